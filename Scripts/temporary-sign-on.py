"""Runs the provider of Scripts/temporary-sign-on: two invented people, one of whom no office invites."""
import logging
import os
import sys
import threading

from oidc_provider_mock import User, run_server_in_thread

logging.getLogger("werkzeug").disabled = True
people = [
    User(sub=f"{number:04}", claims={"preferred_username": name, "email": f"{name}@office.example",
                                     "email_verified": True})
    for number, name in enumerate(["an.tiep-nhan", "binh.khach"])
]
with run_server_in_thread(user_claims=people) as server:
    print(f"http://localhost:{server.server_port}", flush=True)
    # Ends with whoever started it.
    sys.stdin.read()
    os._exit(0)
