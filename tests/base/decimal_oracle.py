# SPDX-License-Identifier: GPL-3.0-or-later
"""Compares the program's exact arithmetic with Python's fractions on many random operations.

Usage: decimal_oracle.py DECIMAL_LINES
The seed is fixed, so every run tries the same operations.
"""

import math
import random
import subprocess
import sys
from fractions import Fraction

WIDE_MAX = 2**127 - 1
MILLIONTHS_MAX = 2**63 - 1
MILLION = 10**6
OVERFLOW = "overflow"
LINES_PER_OPERATION = 3000


def half_up(value, places):
    """Half away from zero, as a whole number of 10**-places."""
    scaled = abs(value) * 10**places
    whole = (2 * scaled.numerator + scaled.denominator) // (2 * scaled.denominator)
    return -whole if value < 0 else whole


def plain(millionths):
    """The shortest plain decimal text."""
    return fixed(millionths, places_of(millionths))


def places_of(millionths):
    places = 6
    while places > 0 and millionths % 10 == 0:
        millionths //= 10
        places -= 1
    return places


def fixed(millionths, places):
    units = half_up(Fraction(millionths, MILLION), places)
    whole, rest = divmod(abs(units), 10**places)
    sign = "-" if units < 0 else ""
    return f"{sign}{whole}.{rest:0{places}d}" if places else f"{sign}{whole}"


# Random operands. Small, money-like, near the limits, and with common factors.


def random_whole(rng, limit):
    bits = rng.choice([2, 8, 20, 40, 62, 64, 90, 120, 127])
    value = rng.getrandbits(bits)
    if rng.random() < 0.05:
        value = limit - rng.getrandbits(3)
    return min(value, limit)


def random_rational(rng):
    shape = rng.random()
    if shape < 0.3:
        num, den = random_whole(rng, MILLIONTHS_MAX), rng.choice([1, MILLION, 10**10, 100 * MILLION])
    elif shape < 0.5:
        common = rng.getrandbits(50) + 1
        num, den = rng.getrandbits(70) * common, (rng.getrandbits(60) + 1) * common
    elif shape < 0.6:
        # A tie, or one short of a tie, at some place.
        num, den = 10 * rng.getrandbits(60) + 5 - rng.choice([0, 0, 1]), 10 ** rng.randint(1, 12)
    else:
        num, den = random_whole(rng, WIDE_MAX), max(1, random_whole(rng, WIDE_MAX))
    sign = rng.choice([1, 1, -1])
    return sign * min(num, WIDE_MAX), min(den, WIDE_MAX)


def random_millionths(rng):
    shape = rng.random()
    if shape < 0.2:
        value = MILLIONTHS_MAX - rng.getrandbits(rng.choice([2, 21]))
    elif shape < 0.4:
        value = 10 ** rng.randint(0, 6) * rng.getrandbits(30) + 5 * 10 ** rng.randint(0, 5)
    else:
        value = rng.getrandbits(rng.choice([4, 20, 40, 54, 63]))
    return rng.choice([1, -1]) * value


# What the program documents for each operation; a text, or a pair (fraction, denominator or None).


def fits(*numbers):
    return all(abs(number) <= WIDE_MAX for number in numbers)


def expect_add(a, b, _places):
    common = math.lcm(a.denominator, b.denominator)
    left = a.numerator * (common // a.denominator)
    right = b.numerator * (common // b.denominator)
    return a + b if fits(common, left, right, left + right) else OVERFLOW


def expect_subtract(a, b, places):
    return expect_add(a, -b, places)


def expect_multiply(a, b, _places):
    product = a * b
    return product if fits(product.numerator, product.denominator) else OVERFLOW


def expect_divide(a, b, places):
    return OVERFLOW if b == 0 else expect_multiply(a, 1 / b, places)


def expect_compare(a, b, _places):
    return str((a > b) - (a < b))


def expect_floor(a, _b, _places):
    return f"{math.floor(a)}/1"


def expect_round(a, _b, places):
    units = half_up(a, places)
    return f"{units}/{10**places}" if fits(units) else OVERFLOW


def expect_to_decimal(a, _b, places):
    millionths = half_up(a, places) * 10 ** (6 - places)
    return plain(millionths) if abs(millionths) <= MILLIONTHS_MAX else OVERFLOW


def expect_dec_add(a, b, _places):
    return plain(a + b) if abs(a + b) <= MILLIONTHS_MAX else OVERFLOW


def expect_dec_subtract(a, b, places):
    return expect_dec_add(a, -b, places)


def expect_dec_compare(a, b, _places):
    return str((a > b) - (a < b))


def expect_dec_round(a, _b, places):
    rounded = half_up(Fraction(a, MILLION), places) * 10 ** (6 - places)
    return plain(rounded if abs(rounded) <= MILLIONTHS_MAX else a)


def expect_dec_string(a, _b, places):
    return fixed(a, places)


def expect_dec_double(a, _b, _places):
    return a / MILLION


# name: expected result, most places
RATIONAL = {
    "add": (expect_add, 0),
    "subtract": (expect_subtract, 0),
    "multiply": (expect_multiply, 0),
    "divide": (expect_divide, 0),
    "compare": (expect_compare, 0),
    "floor": (expect_floor, 0),
    "round": (expect_round, 18),
    "to-decimal": (expect_to_decimal, 6),
}

DECIMAL = {
    "dec-add": (expect_dec_add, 0),
    "dec-subtract": (expect_dec_subtract, 0),
    "dec-compare": (expect_dec_compare, 0),
    "dec-round": (expect_dec_round, 6),
    "dec-string": (expect_dec_string, 6),
    "dec-double": (expect_dec_double, 0),
}


def near(rng, num, den):
    """The same value, or one so near that only exact comparison tells them apart."""
    if den > 2**62 or abs(num) > 2**62:
        return num, den
    factor = rng.getrandbits(60) + 1
    return num * factor + rng.choice([-1, 0, 1]), den * factor


def rational_cases(rng):
    for name, (expect, most_places) in RATIONAL.items():
        for _ in range(LINES_PER_OPERATION):
            a = random_rational(rng)
            b = near(rng, *a) if name == "compare" and rng.random() < 0.5 else random_rational(rng)
            places = rng.randint(0, most_places)
            line = f"{name} {a[0]}/{a[1]} {b[0]}/{b[1]} {places}"
            yield line, expect(Fraction(*a), Fraction(*b), places)


def decimal_cases(rng):
    for name, (expect, most_places) in DECIMAL.items():
        for _ in range(LINES_PER_OPERATION):
            a, b = random_millionths(rng), random_millionths(rng)
            places = rng.randint(0, most_places)
            yield f"{name} {plain(a)} {plain(b)} {places}", expect(a, b, places)


def agrees(expected, got):
    if isinstance(expected, Fraction):
        return got != OVERFLOW and Fraction(got) == expected and valid_rational(got)
    if isinstance(expected, float):
        return float(got) == expected
    return got == expected


def valid_rational(text):
    num, den = map(int, text.split("/"))
    return den > 0 and fits(num, den)


def main():
    rng = random.Random(20220408)
    cases = [*rational_cases(rng), *decimal_cases(rng)]
    lines = "".join(line + "\n" for line, _ in cases)
    run = subprocess.run([sys.argv[1]], input=lines, capture_output=True, text=True, check=True)
    results = run.stdout.splitlines()

    if len(results) != len(cases):
        sys.exit(f"{len(cases)} operations, but {len(results)} results")

    wrong = [
        f"{line}: expected {expected}, got {got}"
        for (line, expected), got in zip(cases, results)
        if not agrees(expected, got)
    ]
    overflows = sum(expected == OVERFLOW for _, expected in cases)
    print(f"{len(cases)} operations, {overflows} of them overflows, {len(wrong)} wrong")
    print("\n".join(wrong[:20]))
    sys.exit(1 if wrong else 0)


if __name__ == "__main__":
    main()
