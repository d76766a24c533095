"""What stands on a screen, character by character."""
