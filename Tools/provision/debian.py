"""Debian packages: what is missing, and how it comes onto the machine."""
import os
import pathlib
import shutil
import subprocess
import time

from .console import Problem, say

#: To build and link: the libraries' headers, and what the Swift toolchain itself asks for on Debian 12.
BUILD = ("libsqlite3-dev", "zlib1g-dev", "libzstd-dev", "binutils", "libc6-dev", "libstdc++-12-dev", "libcurl4", "libxml2", "libncurses6")
#: To fetch from the Python package index.
FETCH = ("python3-pip",)
#: For the tests only.
TEST_VENV = ("python3-venv",)
TEST_BROWSER = ("chromium", "fonts-dejavu-core")
TEST_NODE = ("nodejs",)

#: Headers that stand for a package where dpkg does not know it (another system, or built by hand).
_HEADERS = {"libsqlite3-dev": "sqlite3.h", "zlib1g-dev": "zlib.h", "libzstd-dev": "zstd.h"}


def is_debian():
    return bool(shutil.which("apt-get") and shutil.which("dpkg-query"))


def missing(packages):
    """Those of the packages that are not installed."""
    if not is_debian():
        folders = [pathlib.Path("/usr/include"), pathlib.Path("/usr/local/include")]
        return [
            package for package in packages
            if package in _HEADERS and not any((folder / _HEADERS[package]).exists() for folder in folders)
        ]
    return [package for package in packages if not _installed(package)]


def _installed(package):
    run = subprocess.run(["dpkg-query", "-W", "-f=${db:Status-Status}", package], capture_output=True, text=True)
    # A package of several architectures answers once for each.
    return run.returncode == 0 and "installed" in run.stdout.replace("not-installed", "")


def install(packages, log):
    """Installs packages by apt, as root or by sudo. Raises Problem with one clear line."""
    if not packages:
        return
    by_hand = f"install by hand: apt-get install {' '.join(packages)}"
    if not is_debian():
        raise Problem(f"missing: {' '.join(packages)}; this is not a Debian system, so install their like by hand")
    before = _root()
    if before is None:
        raise Problem(f"missing: {' '.join(packages)}; not root and no sudo here, so {by_hand}")
    say(f"  apt installs: {' '.join(packages)}")
    command = [*before, "apt-get", "install", "-y", "-q", "--no-install-recommends", "-o", "DPkg::Lock::Timeout=300", *packages]
    if _lists_present() and _run(command, log):
        return
    say("  apt's package lists are missing or old: apt-get update")
    update(log)
    if not _run(command, log):
        raise Problem(f"apt could not install {' '.join(packages)} (see {log}); {by_hand}")


def update(log):
    """Brings apt's lists up to date, waiting for another apt to end."""
    before = _root()
    if before is None:
        raise Problem("apt's package lists are missing or old; run as root: apt-get update")
    for _ in range(20):
        if _run([*before, "apt-get", "update", "-q"], log):
            return
        if "lock" not in log.read_text(errors="replace")[-2000:]:
            break
        time.sleep(6)
    raise Problem(f"apt-get update failed (see {log}); is this machine online?")


def download(package, folder, log):
    """Fetches a package's file into a folder without installing it; needs no root. Returns its path, or None."""
    if not is_debian() or not shutil.which("dpkg-deb"):
        return None
    command = ["apt-get", "download", "-q", "-o", "APT::Sandbox::User=root", package]
    if not (_lists_present() and _run(command, log, cwd=folder)):
        if _root() is not None:
            try:
                update(log)
            except Problem:
                return None
        else:
            # Lists of our own, so that neither root nor the system's lists are needed.
            lists = folder / "lists"
            (lists / "partial").mkdir(parents=True, exist_ok=True)
            own = ["-o", f"Dir::State::Lists={lists}", "-o", f"Dir::Cache={folder}", "-o", "Debug::NoLocking=1"]
            if not _run(["apt-get", "update", "-q", *own], log):
                return None
            command += own
        if not _run(command, log, cwd=folder):
            return None
    return next(iter(folder.glob(f"{package}_*.deb")), None)


def member(package_file, name, log):
    """The bytes of one file inside a package, or None."""
    with open(log, "ab") as errors:
        unpacked = subprocess.Popen(["dpkg-deb", "--fsys-tarfile", package_file], stdout=subprocess.PIPE, stderr=errors)
        taken = subprocess.run(["tar", "-xO", "./" + name], stdin=unpacked.stdout, stdout=subprocess.PIPE, stderr=errors)
        unpacked.stdout.close()
        unpacked.wait()
    return taken.stdout if taken.returncode == 0 else None


def _lists_present():
    return any(pathlib.Path("/var/lib/apt/lists").glob("*_Packages*"))


def _root():
    if os.geteuid() == 0:
        return []
    return ["sudo"] if shutil.which("sudo") else None


def _run(command, log, cwd=None):
    environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive", "LC_ALL": "C"}
    if command[0] == "sudo":
        command = ["sudo", "DEBIAN_FRONTEND=noninteractive", *command[1:]]
    with open(log, "ab") as file:
        file.write(f"$ {' '.join(map(str, command))}\n".encode())
        file.flush()
        return subprocess.run(command, stdout=file, stderr=subprocess.STDOUT, cwd=cwd, env=environment).returncode == 0
