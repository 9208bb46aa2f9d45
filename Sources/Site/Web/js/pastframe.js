// A frame of the past in the form of the live stream's full frame, so that everything that shows a sky shows it.
import { unknown } from './frames.js';

let columns = null;

/** Everything that was heard at a time; the columns are good until the next call. */
export function frameOf(paths, time, sample, out) {
    if (!columns || columns.address.length < paths.size) columns = allocate(Math.ceil(paths.size * 1.5) + 64);
    let count = 0;
    for (const [address, path] of paths) {
        if (!sample(path, time, out)) continue;
        columns.address[count] = address;
        columns.latitude[count] = out.latitude;
        columns.longitude[count] = out.longitude;
        columns.altitude[count] = out.altitude ?? unknown.i16;
        columns.speed[count] = out.speed;
        columns.track[count] = out.track;
        columns.verticalRate[count] = out.rate;
        columns.flags[count] = out.flags;
        columns.age[count] = Math.min(65_534, out.age / 100);
        count++;
    }
    const frame = { time, count, sequence: 0 };
    for (const [name, column] of Object.entries(columns)) frame[name] = column.subarray(0, count);
    return frame;
}

function allocate(size) {
    return {
        address: new Uint32Array(size), latitude: new Int32Array(size), longitude: new Int32Array(size), altitude: new Int16Array(size),
        speed: new Uint16Array(size), track: new Uint16Array(size), verticalRate: new Int16Array(size), flags: new Uint16Array(size),
        age: new Uint16Array(size),
    };
}
