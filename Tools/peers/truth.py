"""What registers Comm-B replies truly hold, told by ADS-B of the same aircraft and by nothing of ours.

A reply is labelled when exactly one of four tests fits. The tests read the MB field with its own few lines, so that a mistake in our
decoder cannot hide in its own measure. Bits count from 1. Source of the layouts: ICAO Doc 9871, tables A-2-32, A-2-64, A-2-80, A-2-96;
RTCA DO-260B 2.2.3.2 for ADS-B.
"""
import bisect
import math

from .crc import remainder

#: Seconds between a reply and the ADS-B message that judges it.
_VELOCITY_WITHIN, _SELECTED_WITHIN, _ALTITUDE_WITHIN = 3, 6, 10
_ALPHABET = {code: chr(64 + code) for code in range(1, 27)} | {32: " "} | {code: chr(code) for code in range(48, 58)}


def bits(mb, first, last):
    return mb >> (56 - last) & ((1 << (last - first + 1)) - 1)


def signed(mb, first, last):
    """Two's complement with its sign first."""
    value, width = bits(mb, first, last), last - first + 1
    return value - (1 << width) if value >> (width - 1) else value


def apart(one, other):
    """Degrees between two directions."""
    return abs((one - other + 180) % 360 - 180)


def text(mb):
    return "".join(_ALPHABET.get(bits(mb, 9 + 6 * index, 14 + 6 * index), "#") for index in range(8)).rstrip()


class Heard:
    """One kind of ADS-B message of one aircraft over time."""

    def __init__(self):
        self._times, self._values = [], []

    def add(self, time, value):
        self._times.append(time)
        self._values.append(value)

    def nearest(self, time, within):
        """The value heard nearest in time, before or after, or None."""
        index = bisect.bisect(self._times, time)
        around = [i for i in (index - 1, index) if 0 <= i < len(self._times) and abs(self._times[i] - time) <= within]
        return self._values[min(around, key=lambda i: abs(self._times[i] - time))] if around else None


class Aircraft:
    """What one aircraft said of itself in ADS-B."""

    def __init__(self):
        self.velocity, self.selected, self.altitude, self.callsigns = Heard(), Heard(), Heard(), set()

    def add(self, time, me):
        """Reads an ME field."""
        code, subtype = bits(me, 1, 5), bits(me, 6, 8)
        if code == 19 and subtype in (1, 2) and bits(me, 15, 24) and bits(me, 26, 35):
            east = (bits(me, 15, 24) - 1) * (-1 if bits(me, 14, 14) else 1) * (4 if subtype == 2 else 1)
            north = (bits(me, 26, 35) - 1) * (-1 if bits(me, 25, 25) else 1) * (4 if subtype == 2 else 1)
            rate = (bits(me, 38, 46) - 1) * 64 * (-1 if bits(me, 37, 37) else 1) if bits(me, 38, 46) else None
            self.velocity.add(time, (math.hypot(east, north), math.degrees(math.atan2(east, north)) % 360, rate))
        elif code == 29 and bits(me, 6, 7) == 1 and bits(me, 10, 20):
            self.selected.add(time, (bits(me, 10, 20) - 1) * 32)
        elif 9 <= code <= 18 and bits(me, 16, 16):
            self.altitude.add(time, (bits(me, 9, 15) << 4 | bits(me, 17, 20)) * 25 - 1000)
        elif 1 <= code <= 4:
            self.callsigns.add(text(me))

    def registers(self, time, mb):
        """Every register whose test the field passes."""
        tests = (("2,0", self._is_20), ("4,0", self._is_40), ("5,0", self._is_50), ("6,0", self._is_60))
        return [register for register, test in tests if test(time, mb)]

    def _is_20(self, time, mb):
        return bits(mb, 1, 8) == 0x20 and text(mb) in self.callsigns

    def _is_40(self, time, mb):
        selected = self.selected.nearest(time, _SELECTED_WITHIN)
        if selected is None or bits(mb, 40, 47):
            return False
        return any(bits(mb, status, status) and abs(bits(mb, status + 1, status + 12) * 16 - selected) <= 32 for status in (1, 14))

    def _is_50(self, time, mb):
        velocity = self.velocity.nearest(time, _VELOCITY_WITHIN)
        if velocity is None or not bits(mb, 12, 12) or not bits(mb, 24, 24):
            return False
        speed, track, _ = velocity
        return abs(bits(mb, 25, 34) * 2 - speed) <= 6 and apart(signed(mb, 13, 23) * 90 / 512, track) <= 3

    def _is_60(self, time, mb):
        velocity, altitude = self.velocity.nearest(time, _VELOCITY_WITHIN), self.altitude.nearest(time, _ALTITUDE_WITHIN)
        if velocity is None or altitude is None or not (bits(mb, 1, 1) and bits(mb, 13, 13) and bits(mb, 24, 24)):
            return False
        speed, track, rate = velocity
        mach, indicated = bits(mb, 25, 34) * 2.048 / 512, bits(mb, 14, 23)
        rates = [signed(mb, first, first + 9) * 32 for first in (36, 47) if bits(mb, first - 1, first - 1)]
        return (
            apart(signed(mb, 2, 12) * 90 / 512, track) <= 15
            and abs(mach * sound(altitude) - speed) <= 110
            and abs(indicated - calibrated(mach, altitude)) <= 15
            and rate is not None and any(abs(each - rate) <= 500 for each in rates)
        )


def temperature(altitude):
    """Kelvin in the standard atmosphere, feet (ICAO Doc 7488)."""
    return max(216.65, 288.15 - 0.0019812 * altitude)


def sound(altitude):
    """Speed of sound in knots."""
    return 38.967854 * math.sqrt(temperature(altitude))


def calibrated(mach, altitude):
    """Calibrated airspeed in knots of a Mach number: impact pressure there, read on an indicator at sea level."""
    low = min(altitude, 36_089)
    pressure = (1 - 6.8756e-6 * low) ** 5.25588 * math.exp(-max(0, altitude - 36_089) / 20_806)
    impact = pressure * ((1 + 0.2 * mach * mach) ** 3.5 - 1)
    return 661.4786 * math.sqrt(5 * ((1 + impact) ** (2 / 7) - 1))


def labels(recording):
    """[(index, address, label, how many tests fit)] for each reply with content; the label is None unless one test alone fits."""
    aircraft = {}
    for frame, time in zip(recording.frames, recording.times):
        if int(frame[:2], 16) >> 3 == 17 and remainder(frame) == 0:
            aircraft.setdefault(frame[2:8], Aircraft()).add(time, int(frame[8:22], 16))
    found = []
    for index, (frame, time) in enumerate(zip(recording.frames, recording.times)):
        if int(frame[:2], 16) >> 3 not in (20, 21) or not int(frame[8:22], 16):
            continue
        address = f"{remainder(frame):06X}"
        fits = aircraft[address].registers(time, int(frame[8:22], 16)) if address in aircraft else []
        found.append((index, address, fits[0] if len(fits) == 1 else None, len(fits)))
    return found
