"""Parts of check_tar1090.py."""
