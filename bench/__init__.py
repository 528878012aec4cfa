"""Benchmarks (`manage.py bench`): what a page and a call cost, measured from outside on a server of their own."""
