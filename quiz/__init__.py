"""Zeven Werelden: a lesson in which a pupil finds out where their talent for technology lies."""
