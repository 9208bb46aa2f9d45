"""dump1090-mutability of Debian: the one that is installed, or unpacked into .build/peers-debian without installing it."""
import os
import pathlib
import shutil
import subprocess

ROOT = pathlib.Path(__file__).resolve().parents[2]
FOLDER = ROOT / ".build" / "peers-debian"
PACKAGES = ("dump1090-mutability", "librtlsdr0", "libusb-1.0-0")
PROGRAMS = ("dump1090-mutability", "view1090-mutability")


def provide():
    """Paths of the programs by name, and the environment they run in; nothing where they cannot be had."""
    found = {name: shutil.which(name) for name in PROGRAMS}
    if all(found.values()):
        return found, dict(os.environ)
    root = FOLDER / "root"
    if not (root / "usr" / "bin" / PROGRAMS[0]).exists() and not unpack(root):
        return None, None
    libraries = [str(path) for path in root.glob("*/x86_64-linux-gnu")] + [str(path) for path in root.glob("usr/lib/x86_64-linux-gnu")]
    environment = dict(os.environ, LD_LIBRARY_PATH=":".join(libraries))
    return {name: str(root / "usr" / "bin" / name) for name in PROGRAMS}, environment


def unpack(root):
    """Downloads the packages and unpacks them; False where that fails."""
    if not shutil.which("apt-get") or not shutil.which("dpkg-deb"):
        return False
    FOLDER.mkdir(parents=True, exist_ok=True)
    for name in PACKAGES:
        if subprocess.run(["apt-get", "download", name], cwd=FOLDER, capture_output=True).returncode != 0:
            return False
    return all(subprocess.run(["dpkg-deb", "-x", package, root]).returncode == 0 for package in FOLDER.glob("*.deb"))
