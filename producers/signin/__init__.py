"""Signing in: a code by e-mail, or a passkey; django-allauth does the work, here are our words, limits and letters."""
