"""Trying links against real servers on this machine, good ones and hostile ones."""
