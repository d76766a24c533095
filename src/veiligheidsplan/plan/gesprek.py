"""The order of the conversation (*gesprek*) as steps; contract of one step. (The state machine itself follows.)"""
