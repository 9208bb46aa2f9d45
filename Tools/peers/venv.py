"""Python environments with what others made, each made once below .build: the other decoders, and the one that makes requests up."""
import hashlib
import pathlib
import shutil
import subprocess

from provision import debian
from provision.assets import python_with
from provision.console import Problem, say

ROOT = pathlib.Path(__file__).resolve().parents[2]
REQUIREMENTS = ROOT / "Tools" / "peer-requirements.txt"


def wanted(requirements=REQUIREMENTS):
    """The pinned packages, one text each."""
    lines = requirements.read_text(encoding="utf-8").splitlines()
    return [line.strip() for line in lines if line.strip() and not line.startswith("#")]


def provide(name="peers", requirements=REQUIREMENTS, what="the other decoders", megabytes=10):
    """The Python of the environment .build/NAME, made first if it is not there. Raises Problem if it cannot be had."""
    folder = ROOT / ".build" / name
    stamp, python = folder / "stamp", folder / "bin" / "python"
    key = hashlib.sha256(requirements.read_bytes()).hexdigest()
    if python.exists() and stamp.exists() and stamp.read_text() == key:
        return python
    log = ROOT / ".build" / f"{name}.log"
    log.parent.mkdir(exist_ok=True)
    log.write_bytes(b"")
    if python_with("venv") is None:
        say(f"Set-up will install Debian packages: {' '.join(debian.TEST_VENV)}")
        debian.install(list(debian.TEST_VENV), log)
    maker = python_with("venv")
    if maker is None:
        raise Problem("no Python with venv here; install by hand: apt-get install python3-venv")
    say(f"Set-up fetches into .build/{name} (about {megabytes} MB): {', '.join(wanted(requirements))}")
    shutil.rmtree(folder, ignore_errors=True)
    with open(log, "ab") as file:
        for command in (
            [maker, "-m", "venv", folder],
            [python, "-m", "pip", "install", "--quiet", "--disable-pip-version-check", "-r", requirements],
        ):
            if subprocess.run(command, stdout=file, stderr=subprocess.STDOUT).returncode != 0:
                raise Problem(f"{what} could not be installed (see {log.relative_to(ROOT)}); is this machine online?")
    stamp.write_text(key)
    return python
