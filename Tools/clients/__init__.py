"""Clients of others against our server: used by check_clients.py."""
