"""The table of the radio path: ours at each effort beside Debian's dump1090-mutability `--fix`, same files, one run, interleaved.

PELACAK names our program, PELACAK_V3 one built with `-Xcc -march=x86-64-v3`, PELACAK_STATIC one with the Swift runtime linked in (for
memory), ROUNDS the rounds (5), SEED the first seed of the scenes, SHARED the folder of the generator and the recordings, SCENES a folder in which scenes are kept and found
again (1 GB).
"""
import contextlib
import datetime
import hashlib
import os
import platform
import re
import shutil
import statistics
import subprocess
import sys
import tempfile

sys.path.insert(0, os.path.dirname(__file__))
from measure import PROGRAM  # noqa: E402
from radio_scenes import SEED, SHARED, Score, answers, make, percent, truth  # noqa: E402

PEER = shutil.which("dump1090-mutability")
SCENES = os.environ.get("SCENES")
ROUNDS = int(os.environ.get("ROUNDS", "5"))
#: How many times a scene is read for the CPU of a receiver that runs on.
TIMES = 6
RECORDING = os.path.join(SHARED, "data/iq/modes1.2400k.uc8")
MUST_FIND = os.path.join(SHARED, "data/answers/iq/modes1.2400k.uc8.must-find.avr")


def programs():
    """Command by name; the file is put at the end."""
    found = {}
    for label, path in (("", PROGRAM), (" v3", os.environ.get("PELACAK_V3"))):
        if path:
            for effort in ("low", "normal", "high"):
                found[effort + label] = [path, "decode", "--quiet", "--format", "uc8", "--effort", effort, "--output", "avr"]
    if PEER:
        found["dump1090-mutability --fix"] = [PEER, "--iformat", "UC8", "--raw", "--fix", "--ifile"]
    else:
        print("skipped: needs dump1090-mutability (apt install dump1090-mutability); no ratios without it")
    return found


def run(command, path):
    """CPU seconds (user + system) and the output of a command on a file."""
    with tempfile.TemporaryFile("w+") as output:
        process = subprocess.Popen([*command, path], stdout=output, stderr=subprocess.DEVNULL)
        _, status, usage = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
        if process.returncode != 0:
            raise SystemExit(f"{command[0]} ended with {process.returncode}")
        output.seek(0)
        return usage.ru_utime + usage.ru_stime, output.read()


def peak(command, path):
    """Peak resident MiB of a command on a file, as the kernel tells while it runs: `ru_maxrss` has that of whoever started it in it."""
    process = subprocess.Popen([*command, path], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    name, highest = os.path.basename(command[0])[:15], 0
    while process.poll() is None:
        try:
            status = open(f"/proc/{process.pid}/status").read()
        except OSError:
            break
        found = re.search(r"^VmHWM:\s+(\d+) kB", status, re.M)
        # Before the command has begun this is our own.
        if found and re.search(r"^Name:\s+(.*)$", status, re.M)[1] == name:
            highest = max(highest, int(found[1]))
    process.wait()
    return highest / 1024


def machine():
    model = next((line.split(":")[1].strip() for line in open("/proc/cpuinfo") if line.startswith("model name")), platform.machine())
    commit = subprocess.run(["git", "rev-parse", "--short", "HEAD"], capture_output=True, text=True).stdout.strip()
    print(f"{os.cpu_count()} cores {model}, load {os.getloadavg()[0]:.1f}, {datetime.date.today()}, commit {commit}, {ROUNDS} rounds interleaved")


def repeated(path):
    """A scene several times in a row: a receiver runs all day, and what a program needs to begin is a sixth of what twenty seconds cost."""
    longer = path + ".long"
    with open(path, "rb") as scene, open(longer, "wb") as file:
        for _ in range(TIMES):
            scene.seek(0)
            shutil.copyfileobj(scene, file, 1 << 20)
    return longer


def cpu(title, path, commands):
    """CPU of each program on a scene, and on the same several times in a row; outputs of the scene by name."""
    outputs = {}
    longer = repeated(path)
    checksum = hashlib.sha256(open(path, "rb").read()).hexdigest()[:12]
    real = os.path.getsize(path) / 2 / 2_400_000
    seconds = {(name, times): [] for times in (TIMES, 1) for name in commands}
    try:
        for _ in range(ROUNDS):
            for name, command in commands.items():
                used, outputs[name] = run(command, path)
                seconds[name, 1].append(used)
                seconds[name, TIMES].append(run(command, longer)[0])
    finally:
        os.remove(longer)
    middle = {key: statistics.median(values) for key, values in seconds.items()}
    for times in (TIMES, 1):
        print(f"\nCPU, {title}, {real * times:.0f} s of samples" + (f": the scene {times} times" if times > 1 else ", the program's beginning counted") + f", sha256 of the scene {checksum}")
        for name in commands:
            values, used = seconds[name, times], middle[name, times]
            ratio = f"{middle['dump1090-mutability --fix', times] / used:5.2f} times less" if PEER else ""
            print(f"  {name:26} {used:6.3f} s ({min(values):.3f} to {max(values):.3f})  {used / (real * times) * 1e9 / 2.4e6:5.2f} ns a sample  {ratio}")
    return outputs


def found(title, path, outputs):
    """Shares found and false answers of each program on a scene."""
    rows = truth(path)
    scores = {name: Score(rows, answers(text)) for name, text in outputs.items()}
    peer = scores.get("dump1090-mutability --fix")
    print(f"\nfound, {title}: {len(rows)} frames, {len(scores[next(iter(scores))].overlapped)} overlapped")
    for name, score in scores.items():
        ratio = ""
        if peer:
            ratio = f"{score.found / max(1, peer.found):6.3f} times, overlapped {sum(score.overlapped) / max(1, sum(peer.overlapped)):6.3f} times"
        print(f"  {name:26} all {percent(score.all)}, overlapped {percent(score.overlapped)}, false {score.false:4}, wrong address {score.wrong_address:3}  {ratio}")


def sweep(folder, commands):
    """Share found at fixed ratios of signal to noise, five seeds pooled."""
    print("\nfound at a fixed ratio of signal to noise, 5 seeds of 1,500 frames")
    for decibels in (10, 12, 15):
        hits, false = {name: [] for name in commands}, {name: 0 for name in commands}
        for number in range(5):
            path = make(folder, "sweep", "--snr", decibels, "--count", 1500, "--seed", SEED + 100 * decibels + number)
            if path is None:
                return
            for name, command in commands.items():
                score = Score(truth(path), answers(run(command, path)[1]))
                hits[name] += score.all
                false[name] += score.false
        print(f"  {decibels} dB  " + "; ".join(f"{name} {percent(hits[name])} (false {false[name]})" for name in commands))


def recording(commands):
    if not os.path.exists(RECORDING):
        print("\nskipped: needs recordings")
        return
    print("\nrecording modes1, frames that two other decoders agree on")
    expected = answers(open(MUST_FIND).read())
    rows = [(0, False, "4D2023", frame) for frame in expected]
    for name, command in commands.items():
        decoded = answers(run(command, RECORDING)[1])
        print(f"  {name:26} {Score(rows, decoded).found} of {len(expected)}, {len(decoded)} in all")


def main():
    commands = programs()
    plain = {name: command for name, command in commands.items() if not name.endswith(" v3")}
    machine()
    with contextlib.nullcontext(SCENES) if SCENES else tempfile.TemporaryDirectory() as folder:
        busy = None
        for offset, title, rate, seconds in ((0, "quiet, 100/s", 100, 20), (1, "500/s", 500, 20), (2, "busy, 1500/s", 1500, 20), (3, "4000/s", 4000, 10)):
            path = make(folder, "mixed", "--seconds", seconds, "--msg-rate", rate, "--seed", SEED + offset)
            if path is None:
                return
            measured = rate in (100, 1500)
            outputs = cpu(title, path, commands) if measured else {name: run(command, path)[1] for name, command in plain.items()}
            found(title, path, {name: outputs[name] for name in plain})
            if rate == 1500:
                busy = path
        path = make(folder, "noise", "--seconds", 20, "--noise-lsb", 4, "--seed", SEED + 4)
        outputs = cpu("noise", path, commands)
        print("  frames in noise: " + "; ".join(f"{name} {len(answers(outputs[name]))}" for name in plain))
        sweep(folder, plain)
        recording(plain)
        print("\npeak resident memory on the busy scene")
        memory = {"normal": commands["normal"]}
        if os.environ.get("PELACAK_STATIC"):
            memory["normal, runtime linked in"] = [os.environ["PELACAK_STATIC"], *commands["normal"][1:]]
        if PEER:
            memory["dump1090-mutability --fix"] = commands["dump1090-mutability --fix"]
        for name, command in memory.items():
            print(f"  {name:26} {peak(command, busy):6.1f} MiB")


if __name__ == "__main__":
    main()
