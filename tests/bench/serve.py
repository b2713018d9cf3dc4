"""Turns edits of a page's text into the time until a browser has the new page: here, and in `hugo server`.

The time runs from just before the file is written to the last byte of the changed page. A browser is told of the change
and then asks for the page; so is the measurement, over a connection that it opens as a browser does: server-sent events
here, the live-reload socket in Hugo. Before each edit nothing happens for a while, so that no program is still at work on
the one before.
"""

import base64
import json
import os
import re
import signal
import socket
import subprocess
import sys
import time
import urllib.request
from pathlib import Path
from statistics import median
from typing import NamedTuple

SECONDS_TO_START = 300
SECONDS_TO_SHOW = 60
# Less than an editor needs for the next sentence, more than any of the programs needs for the last one.
SECONDS_BETWEEN = 2.0


class Server(NamedTuple):
    name: str
    process: subprocess.Popen
    port: int
    path: str
    source: Path

    def get(self):
        """The page, over a connection of its own."""
        with urllib.request.urlopen(f"http://localhost:{self.port}{self.path}", timeout=SECONDS_TO_SHOW) as answer:
            return answer.read().decode()

    def end(self):
        self.process.send_signal(signal.SIGINT)
        self.process.wait(SECONDS_TO_SHOW)


def started(name, command, page, port=None):
    """The server, once it has answered with the page."""
    process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True)
    path, source = page
    if port is None:
        port = int(re.search(r"localhost:(\d+)/", process.stdout.readline()).group(1))
    else:
        # What it prints is not read any more; a full pipe would hold it up.
        drain(process)
    server = Server(name, process, port, path, source)
    began = time.monotonic()
    while True:
        try:
            server.get()
            return server, time.monotonic() - began
        except OSError as error:
            if process.poll() is not None or time.monotonic() - began > SECONDS_TO_START:
                sys.exit(f"{name} does not show {path}: {error}")
            time.sleep(0.05)


def drain(process):
    import threading
    threading.Thread(target=process.stdout.read, daemon=True).start()


class Events:
    """What the server tells an open page, as it comes."""

    def __init__(self, server, request):
        self.stream = socket.create_connection(("localhost", server.port), timeout=SECONDS_TO_SHOW)
        self.stream.sendall(request)
        self.read = b""

    def heard(self, sign):
        """Waits until `sign` is told. What was told before counts."""
        while not re.search(sign, self.read):
            part = self.stream.recv(65536)
            if not part:
                sys.exit("a server has ended its events")
            self.read += part

    def forget(self):
        """Leaves out what has been told up to now."""
        self.stream.setblocking(False)
        try:
            while self.stream.recv(65536):
                pass
        except BlockingIOError:
            pass
        self.stream.settimeout(SECONDS_TO_SHOW)
        self.read = b""


def events_of_ours(server):
    request = f"GET /__fingerpost/events HTTP/1.1\r\nHost: localhost:{server.port}\r\n\r\n"
    return Events(server, request.encode())


def events_of_hugo(server):
    key = base64.b64encode(os.urandom(16)).decode()
    request = f"GET /livereload HTTP/1.1\r\nHost: localhost:{server.port}\r\nUpgrade: websocket\r\n" \
        f"Connection: Upgrade\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Key: {key}\r\n" \
        f"Origin: http://localhost:{server.port}\r\n\r\n"
    events = Events(server, request.encode())
    events.heard(rb"101 ")
    hello = {"command": "hello", "protocols": ["http://livereload.com/protocols/official-7"]}
    events.stream.sendall(frame(json.dumps(hello).encode()))
    return events


def frame(payload):
    """A text as a WebSocket client sends it, with a mask of zeros."""
    length = bytes([0x80 | len(payload)]) if len(payload) < 126 else bytes([0xFE]) + len(payload).to_bytes(2, "big")
    return b"\x81" + length + b"\0\0\0\0" + payload


class Measured(NamedTuple):
    server: Server
    events: Events
    sign: bytes
    seconds: list


def edit(measured, number):
    """Puts a new sentence first in the page's text, and waits until the page is shown with it."""
    server, events, sign, seconds = measured
    head, body = server.source.read_text(encoding="utf-8").split("---\n", 2)[1:]
    body = re.sub(r"^\s*This was changed \d+ times\.\s*", "", body)
    sentence = f"This was changed {number} times."
    text = f"---\n{head}---\n\n{sentence}\n\n{body.lstrip()}"
    events.forget()
    began = time.monotonic()
    server.source.write_text(text, encoding="utf-8")
    while True:
        events.heard(sign)
        if sentence in server.get():
            break
        # The event may have been of something before, such as of findings.
        events.read = b""
        if time.monotonic() - began > SECONDS_TO_SHOW:
            sys.exit(f"{server.name} never shows an edit of {server.source}")
    seconds.append(time.monotonic() - began)


def measure(ours, hugo, edits):
    """Median seconds of each, in turn: `ours` and `hugo` are (command, (address, file)); `hugo` may be None."""
    server, first = started("fingerpost serve", *ours)
    all_of = [Measured(server, events_of_ours(server), rb"data: ", [])]
    firsts = [first]
    if hugo:
        port = free_port()
        command, page = hugo
        server, first = started("hugo server", [*command, "--port", str(port)], page, port)
        all_of.append(Measured(server, events_of_hugo(server), rb'"command":"reload"', []))
        firsts.append(first)
    try:
        for number in range(1, edits + 1):
            for measured in all_of:
                time.sleep(SECONDS_BETWEEN)
                edit(measured, number)
    finally:
        for measured in all_of:
            measured.server.end()
    show(all_of, firsts)


def free_port():
    with socket.socket() as probe:
        probe.bind(("localhost", 0))
        return probe.getsockname()[1]


def show(all_of, firsts):
    for (server, _, _, seconds), first in zip(all_of, firsts):
        spread = f"{min(seconds) * 1000:.0f}-{max(seconds) * 1000:.0f}"
        print(f"  {server.name}: first page after {first:.2f} s; an edit is shown after "
              f"{median(seconds) * 1000:.1f} ms ({spread}), median of {len(seconds)}")
    if len(all_of) > 1:
        print(f"  ratio: {median(all_of[0].seconds) / median(all_of[1].seconds):.3f} of Hugo's time")
    sys.stdout.flush()
