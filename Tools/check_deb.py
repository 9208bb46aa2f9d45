#!/usr/bin/env python3
"""Installs the Debian package on a bare Debian 12 in a folder, starts it, asks it, removes it, purges it. Needs root and debootstrap.

Usage: check_deb.py [PACKAGE]      .build/deb/pelacak_*_amd64.deb without
Run by `make check-deb`; nothing outside its folder (.build/bare) is touched.
"""
import http.client
import json
import os
import pathlib
import re
import shutil
import subprocess
import sys
import time

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent))
from provision.console import Problem, say  # noqa: E402

ROOT = pathlib.Path(__file__).resolve().parent.parent
FOLDER = ROOT / ".build" / "bare"
BASE = FOLDER / "base.tar"
#: Where the bare system comes from; without it from where debootstrap takes it by itself.
MIRROR = os.environ.get("DEBIAN_MIRROR")
PORT = 18_643
ENVIRONMENT = {"PATH": "/usr/sbin:/usr/bin:/sbin:/bin", "DEBIAN_FRONTEND": "noninteractive", "LC_ALL": "C", "HOME": "/root"}


def run(*command, **more):
    """Runs a command; its output. Raises Problem with its last lines when it fails."""
    run = subprocess.run([str(one) for one in command], stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, errors="replace", **more)
    if run.returncode != 0:
        raise Problem(f"{' '.join(map(str, command))} failed:\n" + "\n".join(run.stdout.splitlines()[-15:]))
    return run.stdout


def inside(root, *command, check=True):
    """Runs a command in the bare system, with /proc of its own."""
    script = 'mount -t proc proc "$0/proc" && exec chroot "$0" "$@"'
    whole = ["unshare", "--mount", "--pid", "--fork", "--kill-child", "sh", "-c", script, str(root), *map(str, command)]
    if check:
        return run(*whole, env=ENVIRONMENT)
    return subprocess.run(whole, env=ENVIRONMENT, capture_output=True, text=True, errors="replace")


def bare():
    """A bare Debian 12 to install into; made once, unpacked anew each time."""
    FOLDER.mkdir(parents=True, exist_ok=True)
    root = FOLDER / "root"
    shutil.rmtree(root, ignore_errors=True)
    if not BASE.exists():
        if not shutil.which("debootstrap"):
            raise Problem("no debootstrap here: apt-get install debootstrap")
        say("a bare Debian 12 by debootstrap (once)")
        run("debootstrap", "--variant=minbase", "bookworm", root, *([MIRROR] if MIRROR else []))
        run("tar", "-C", root, "-cf", str(BASE) + ".new", ".")
        os.replace(str(BASE) + ".new", BASE)
        return root
    root.mkdir()
    run("tar", "-C", root, "-xpf", BASE)
    return root


def expect(holds, what):
    """One line for what was checked. Raises Problem when it does not hold."""
    if not holds:
        raise Problem(f"NOT: {what}")
    say(f"  {what}")


def serve(root):
    """Starts the command of the unit as its user and asks it."""
    unit = (root / "lib/systemd/system/pelacak.service").read_text()
    command = re.search(r"^ExecStart=(.+)$", unit, re.M)[1].split()
    user = re.search(r"^User=(.+)$", unit, re.M)[1]
    script = 'mount -t proc proc "$0/proc" && exec chroot --userspec="$1" "$0" env PELACAK_PROBE=none PELACAK_LISTEN="$2" '
    started = subprocess.Popen(
        ["unshare", "--mount", "--pid", "--fork", "--kill-child", "sh", "-c", script + " ".join(command), str(root), f"{user}:{user}", f"127.0.0.1:{PORT}"],
        env=ENVIRONMENT, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True,
    )
    try:
        for line in started.stderr:
            if f":{PORT} " in line:
                break
        else:
            raise Problem("the unit's command did not start")
        for path, kind in (
            ("/", "text/html"), ("/web/js/main.js", "text/javascript"), ("/vendor/maplibre-gl.js", "text/javascript"), ("/basemap/0/0/0.pbf", "protobuf"),
            ("/api/v1/site", "json"), ("/data/aircraft.json", "json"), ("/metrics", "text/plain"), ("/healthz", "json"), ("/readyz", "json"),
        ):
            connection = http.client.HTTPConnection("127.0.0.1", PORT, timeout=20)
            connection.request("GET", path)
            answer = connection.getresponse()
            body = answer.read()
            expect(answer.status == 200 and kind in answer.getheader("Content-Type", "") and body, f"{path} is answered, {len(body)} bytes")
            connection.close()
        connection = http.client.HTTPConnection("127.0.0.1", PORT, timeout=20)
        connection.request("GET", "/api/v1/watches/examples")
        examples = json.loads(connection.getresponse().read())["examples"]
        expect(len(examples) >= 12, f"{len(examples)} example rules came with it")
        connection.close()
    finally:
        # The program is the child of unshare's child: unshare passes nothing on, so that it is told by its own number.
        for child in pathlib.Path(f"/proc/{started.pid}/task/{started.pid}/children").read_text().split():
            os.kill(int(child), 15)
        begun = time.monotonic()
        try:
            started.wait(10)
        except subprocess.TimeoutExpired:
            started.kill()
            raise Problem("the program did not stop within ten seconds")
    expect(started.returncode == 0 and time.monotonic() - begun < 5, "it stops within five seconds on SIGTERM")


def check(package):
    root = bare()
    shutil.copyfile(package, root / "pelacak.deb")
    (root / "usr/sbin/policy-rc.d").write_text("#!/bin/sh\nexit 101\n")
    (root / "usr/sbin/policy-rc.d").chmod(0o755)
    for name in ("etc/resolv.conf", "etc/apt/sources.list"):
        if pathlib.Path("/" + name).exists() and name.endswith("resolv.conf"):
            shutil.copyfile("/" + name, root / name)
    proxies = [path for path in pathlib.Path("/etc/apt/apt.conf.d").glob("*proxy*")] if pathlib.Path("/etc/apt/apt.conf.d").exists() else []
    for path in proxies:
        shutil.copyfile(path, root / "etc/apt/apt.conf.d" / path.name)
    inside(root, "apt-get", "update", "-q")
    inside(root, "apt-get", "install", "-y", "-q", "--no-install-recommends", "/pelacak.deb")
    expect("install ok installed" in inside(root, "dpkg-query", "-W", "-f=${Status}", "pelacak"), "installs on a bare system by apt")
    linked = inside(root, "ldd", "/usr/bin/pelacak")
    expect("not found" not in linked and "swift" not in linked, "every library is there, and none is Swift's")
    expect(inside(root, "pelacak", "--version").strip() != "", "says its version")
    about = inside(root, "stat", "-c", "%U:%G %a", "/etc/pelacak/pelacak.yaml", "/var/lib/pelacak").split("\n")
    expect(about[:2] == ["pelacak:pelacak 600", "pelacak:pelacak 750"], "configuration and data belong to the service alone")
    expect((root / "usr/share/man/man1/pelacak.1.gz").exists(), "has a manual page")
    serve(root)
    made = inside(root, "pelacak", "token", "new", "check", "--data", "/var/lib/pelacak")
    expect("plk_" in made, "makes a token")
    expect(inside(root, "stat", "-c", "%U %a", "/var/lib/pelacak/tokens.json").strip() == "pelacak 600", "which root makes for the service to read")
    inside(root, "apt-get", "remove", "-y", "-q", "pelacak")
    expect(not (root / "usr/bin/pelacak").exists() and not (root / "usr/share/pelacak").exists(), "removal leaves no program")
    expect((root / "etc/pelacak/pelacak.yaml").exists() and (root / "var/lib/pelacak/tokens.json").exists(), "but configuration and data")
    inside(root, "apt-get", "install", "-y", "-q", "--no-install-recommends", "/pelacak.deb")
    expect((root / "var/lib/pelacak/tokens.json").exists(), "installed again it finds them")
    inside(root, "apt-get", "purge", "-y", "-q", "pelacak")
    expect(not (root / "etc/pelacak").exists() and not (root / "var/lib/pelacak").exists(), "purge leaves nothing")
    expect("pelacak" not in (root / "etc/passwd").read_text(), "nor its user")
    shutil.rmtree(root, ignore_errors=True)


def main():
    packages = sys.argv[1:] or sorted(map(str, (ROOT / ".build" / "deb").glob("pelacak_*_amd64.deb")))
    try:
        if os.geteuid() != 0:
            raise Problem("a bare system in a folder needs root")
        if not packages:
            raise Problem("no package in .build/deb: make deb first")
        check(pathlib.Path(packages[-1]))
    except (Problem, OSError) as problem:
        say(f"check_deb: {problem}")
        return 1
    print("the package installs, serves, is removed and purged")
    return 0


if __name__ == "__main__":
    sys.exit(main())
