// Web Mercator in double precision: the world is the square 0…1, x to the east, y to the south.

export const tileSize = 512;
export const circumferenceMetres = 40_075_016.686;
const limit = 85.051129;

export function mercatorX(longitude) {
    return longitude / 360 + 0.5;
}

export function mercatorY(latitude) {
    const bounded = Math.max(-limit, Math.min(limit, latitude));
    const sine = Math.sin(bounded * Math.PI / 180);
    return 0.5 - Math.log((1 + sine) / (1 - sine)) / (4 * Math.PI);
}

export function longitudeOf(x) {
    return (x - 0.5) * 360;
}

export function latitudeOf(y) {
    return Math.atan(Math.sinh((0.5 - y) * 2 * Math.PI)) * 180 / Math.PI;
}

/** Longitude brought into -180…180. */
export function normalLongitude(longitude) {
    return ((longitude + 180) % 360 + 360) % 360 - 180;
}

/** The difference of two x, by the shorter way around. */
export function shortWay(difference) {
    return difference - Math.round(difference);
}

/** Mercator units a second of one knot at this latitude. */
export function mercatorPerKnot(latitude) {
    return 0.514444 / (circumferenceMetres * Math.cos(latitude * Math.PI / 180));
}

/** What a map shows: centre, zoom (MapLibre's, tiles of 512 px) and size in CSS pixels. */
export class View {
    constructor(longitude, latitude, zoom, width, height) {
        Object.assign(this, { longitude, latitude, zoom, width, height });
        this.x = mercatorX(longitude);
        this.y = mercatorY(latitude);
        this.world = tileSize * 2 ** zoom;
    }

    /** Pixel of a Mercator point, in the copy of the world nearest to the centre. */
    pixel(x, y) {
        return [this.width / 2 + shortWay(x - this.x) * this.world, this.height / 2 + (y - this.y) * this.world];
    }

    /** Longitude and latitude at a pixel. */
    at(px, py) {
        return [
            longitudeOf(this.x + (px - this.width / 2) / this.world),
            latitudeOf(this.y + (py - this.height / 2) / this.world),
        ];
    }

    /** How many copies of the world can be seen on each side of the nearest one. */
    get copies() {
        return Math.max(0, Math.ceil((this.width / this.world - 1) / 2));
    }

    /** West, south, east, north; west and east are not wrapped. `margin` is a share of the size. */
    bounds(margin = 0) {
        const [west, north] = this.at(-this.width * margin, -this.height * margin);
        const [east, south] = this.at(this.width * (1 + margin), this.height * (1 + margin));
        return { west, south, east, north };
    }
}
