#!/usr/bin/env python3
"""A unit's system with faults, to deliver to: receiver.py PORT FOLDER SECRET MODE

Checks signature, age and id of each message as docs/delivery.md says, and keeps one effect a message in
FOLDER/effects.sqlite; FOLDER/arrivals grows by a byte with each message. MODE `faulty` breaks by what the id and the count
of its arrivals say, so that every run meets the same faults: it fails before and after the effect, hangs before and after
it (an effect may come after the sender has lost patience and sent again), answers twice, breaks off, and ends as a whole
now and then (whoever started it starts it again). MODE `sound` does not; MODE `refusing` answers 422.
"""
import base64
import hashlib
import hmac
import http.server
import json
import os
import sqlite3
import sys
import threading
import time
import zlib

PORT, FOLDER, SECRET, MODE = int(sys.argv[1]), sys.argv[2], sys.argv[3], sys.argv[4]
KEY = base64.b64decode(SECRET.removeprefix("whsec_"))
TOLERANCE = 300
# Longer than the sender waits.
HANG = 1.2
LOCK = threading.Lock()
ARRIVALS = os.open(os.path.join(FOLDER, "arrivals"), os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600)
BASE = sqlite3.connect(os.path.join(FOLDER, "effects.sqlite"), check_same_thread=False, isolation_level=None)
BASE.execute("PRAGMA journal_mode = WAL")
BASE.execute("PRAGMA synchronous = OFF")
BASE.execute("CREATE TABLE IF NOT EXISTS seen (id TEXT PRIMARY KEY)")
BASE.execute("CREATE TABLE IF NOT EXISTS effects (item TEXT, event INTEGER, type TEXT, message TEXT)")
BASE.execute("CREATE TABLE IF NOT EXISTS arrivals (id TEXT, fault TEXT)")


def is_genuine(headers, body):
    """The check of docs/delivery.md: the signature over id, time and body, and the time not long ago."""
    identifier, sent = headers.get("webhook-id", ""), headers.get("webhook-timestamp", "")
    if not sent.isdigit() or abs(time.time() - int(sent)) > TOLERANCE:
        return False
    signed = f"{identifier}.{sent}.".encode() + body
    expected = base64.b64encode(hmac.new(KEY, signed, hashlib.sha256).digest()).decode()
    return any(
        hmac.compare_digest(signature, f"v1,{expected}")
        for signature in headers.get("webhook-signature", "").split(" "))


def effect(identifier, message):
    """Does what a message asks for, once: the id and the effect are kept in one transaction."""
    with LOCK:
        BASE.execute("BEGIN IMMEDIATE")
        if BASE.execute("INSERT OR IGNORE INTO seen VALUES (?)", (identifier,)).rowcount:
            BASE.execute(
                "INSERT INTO effects VALUES (?, ?, ?, ?)",
                (message["item"]["id"], message["event"], message["type"], json.dumps(message)))
        BASE.execute("COMMIT")


def fault(identifier):
    with LOCK:
        arrivals = BASE.execute("SELECT COUNT(*) FROM arrivals WHERE id = ?", (identifier,)).fetchone()[0]
        total = BASE.execute("SELECT COUNT(*) FROM arrivals").fetchone()[0]
        if MODE != "faulty":
            name = MODE
        elif total % 250 == 249:
            name = "end" if total % 500 == 249 else "end-after"
        elif arrivals > 2:
            name = "sound"
        else:
            # One in four does not go through at first, one in four of those not again, and once more.
            chance = zlib.crc32(f"{identifier}:{arrivals}".encode()) % 28
            names = ["fail", "fail-after", "twice", "break-off", "busy", "hang-after", "hang-before"]
            name = dict(enumerate(names)).get(chance, "sound")
        BASE.execute("INSERT INTO arrivals VALUES (?, ?)", (identifier, name))
        return name


class Receiver(http.server.BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def do_POST(self):
        body = self.rfile.read(int(self.headers["Content-Length"]))
        if not is_genuine(self.headers, body):
            return self.answer(401)
        os.write(ARRIVALS, b".")
        identifier, message = self.headers["webhook-id"], json.loads(body)
        name = fault(identifier)
        if name == "end":
            os._exit(1)
        if name == "refusing":
            return self.answer(422)
        if name in ("fail", "busy"):
            return self.answer(500 if name == "fail" else 503)
        if name == "hang-before":
            time.sleep(HANG)
        effect(identifier, message)
        if name == "end-after":
            os._exit(1)
        if name == "break-off":
            self.wfile.write(b"HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\nhalf")
            self.close_connection = True
        elif name == "hang-after":
            time.sleep(HANG)
            self.close_connection = True
        else:
            self.answer(500 if name == "fail-after" else 200)
            if name == "twice":
                self.answer(200)

    def answer(self, status):
        self.send_response(status)
        self.send_header("Content-Length", "2")
        self.end_headers()
        self.wfile.write(b"{}")

    def log_message(self, *words):
        pass


class Server(http.server.ThreadingHTTPServer):
    daemon_threads = True
    request_queue_size = 128


with Server(("127.0.0.1", PORT), Receiver) as server:
    print(server.server_address[1], flush=True)
    server.serve_forever()
