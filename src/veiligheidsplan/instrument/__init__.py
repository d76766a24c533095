"""The instrument language and what follows from it. Pure: no file, clock, network, randomness or screen."""
