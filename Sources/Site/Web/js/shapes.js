// Our own drawings of what flies, nose up, in a square of -50…50. One cell of the atlas each, in the order of `shape`.

const airliner = 'M0-46C3-46 5-40 5-33L5-14L44 12L44 18L5 5L4 30L16 39L16 43L0 39L-16 43L-16 39L-4 30L-5 5L-44 18L-44 12L-5-14L-5-33C-5-40-3-46 0-46Z';
const heavy = 'M0-48C4-48 7-42 7-34L7-17L17-11L17-18L23-18L23-7L33-1L33-8L38-8L38 2L48 9L48 15L7 3L5 29L19 39L19 43L0 40L-19 43L-19 39L-5 29L-7 3L-48 15L-48 9L-38 2L-38-8L-33-8L-33-1L-23-7L-23-18L-17-18L-17-11L-7-17L-7-34C-7-42-4-48 0-48Z';
const large = 'M0-38C3-38 4.500-33 4.500-26L4.500-9L16-7L16-15L21-15L21-6L40-3L40 4L4.500 4L3.500 26L15 32L15 37L0 35L-15 37L-15 32L-3.500 26L-4.500 4L-40 4L-40-3L-21-6L-21-15L-16-15L-16-7L-4.500-9L-4.500-26C-4.500-33-3-38 0-38Z';
const light = 'M0-32C3-32 4-29 4-24L4-16L36-13L36-4L4-3L3 20L13 23L13 29L0 28L-13 29L-13 23L-3 20L-4-3L-36-4L-36-13L-4-16L-4-24C-4-29-3-32 0-32Z';
const fighter = 'M0-45L5-22L7-4L30 20L30 27L8 24L8 31L16 38L16 42L0 39L-16 42L-16 38L-8 31L-8 24L-30 27L-30 20L-7-4L-5-22Z';
const helicopter = 'M-3.500-12L-29-34L-24-39L0-17L24-39L29-34L3.500-10C7-8 8-2 6 5L2.500 13L2.500 33L9 33L9 38L-9 38L-9 33L-2.500 33L-2.500 13L-6 5C-8-2-7-8-3.500-10L-3.500-12ZM-10-1L-31 20L-26 25L-7 8ZM10-1L31 20L26 25L7 8Z';
const glider = 'M0-30C2.500-30 3.500-26 3.500-19L3.500-9L47-5L47-1L3.500 0L2 27L11 29L11 33L-11 33L-11 29L-2 27L-3.500 0L-47-1L-47-5L-3.500-9L-3.500-19C-3.500-26-2.500-30 0-30Z';
const balloon = 'M0-40C18-40 28-28 28-13C28 3 12 14 8 22L-8 22C-12 14-28 3-28-13C-28-28-18-40 0-40ZM-7 27L7 27L7 38L-7 38Z';
const uav = 'M0-36C4-36 5-31 4-25L3-12L44-8L44-2L3 3L2.500 20L15 33L11 36L0 28L-11 36L-15 33L-2.500 20L-3 3L-44-2L-44-8L-3-12L-4-25C-5-31-4-36 0-36Z';
const vehicle = 'M-13-26L13-26L16-8L16 26L-16 26L-16-8Z';
const obstacle = 'M0-34L9 30L20 30L20 36L-20 36L-20 30L-9 30Z';
const unknown = 'M0-40L27 33L0 20L-27 33Z';

const outlines = [
    unknown, airliner, light, large, fighter, helicopter, glider, balloon, uav, vehicle, obstacle, heavy,
];

export const cellSize = 96;
/** Pixels of half a cell that a unit of an outline takes; the rest is room for the edge. */
const unit = 0.86 / 50;
/** The marks, with half their line. */
const ringReach = Math.min(1, 55 * unit);

// Control points bound their curves, so that the numbers of the path bound the drawing.
function extentOf(outline) {
    const numbers = outline.match(/-?\d+(\.\d+)?/g).map(Number);
    const reach = (parity) => Math.max(...numbers.filter((_, at) => at % 2 === parity).map(Math.abs));
    // Half the edge's line, and a little for the smoothing of its outside.
    return [0, 1].map((parity) => Math.min(1, (reach(parity) + 4.5 + 2) * unit));
}

export const cellsAcross = 4;

/** Size of each drawing on the map relative to the airliner's, in the order of `shape`. */
export const relativeSize = [0.78, 1, 0.78, 0.95, 0.92, 0.95, 0.95, 0.85, 0.85, 0.55, 0.62, 1.2, 1.55, 1.35];

/** Half a drawing, edge and all, as shares of half its cell: across and along. */
export function extents() {
    return [...outlines.map(extentOf), [ringReach, ringReach], [ringReach, ringReach]];
}

/** Whether a drawing is turned to the track; balloons, masts and marks stand upright. */
export const isTurned = [true, true, true, true, true, true, true, false, true, true, false, true, false, false];

/**
 * Paints the atlas: red holds the body, green the edge around it, so that one texture serves every colour.
 * - Returns: a canvas of `cellsAcross`² cells.
 */
export function paintAtlas() {
    const canvas = document.createElement('canvas');
    canvas.width = canvas.height = cellSize * cellsAcross;
    const context = canvas.getContext('2d');
    context.fillStyle = '#000';
    context.fillRect(0, 0, canvas.width, canvas.height);
    context.globalCompositeOperation = 'lighter';
    context.lineJoin = 'round';
    outlines.forEach((outline, index) => inCell(context, index, () => {
        const path = new Path2D(outline);
        context.strokeStyle = '#0f0';
        context.lineWidth = 9;
        context.stroke(path);
        context.fillStyle = '#0f0';
        context.fill(path);
        context.fillStyle = '#f00';
        context.fill(path);
    }));
    inCell(context, 12, () => ring(context));
    inCell(context, 13, () => alertMark(context));
    return canvas;
}

function inCell(context, index, draw) {
    context.save();
    const half = cellSize / 2;
    context.translate((index % cellsAcross) * cellSize + half, Math.floor(index / cellsAcross) * cellSize + half);
    context.scale(unit * half, unit * half);
    draw();
    context.restore();
}

function ring(context) {
    const path = new Path2D();
    path.arc(0, 0, 44, 0, 2 * Math.PI);
    context.strokeStyle = '#0f0';
    context.lineWidth = 12;
    context.stroke(path);
    context.strokeStyle = '#f00';
    context.lineWidth = 6;
    context.stroke(path);
}

// A diamond around the aircraft: a form of its own, so that an alert is not told by colour alone.
function alertMark(context) {
    const path = new Path2D('M0-46L46 0L0 46L-46 0Z');
    context.strokeStyle = '#0f0';
    context.lineWidth = 13;
    context.stroke(path);
    context.strokeStyle = '#f00';
    context.lineWidth = 7;
    context.stroke(path);
}

/** Draws one shape into a 2D canvas, for the legend and the panel: `size` in pixels, colour as CSS. */
export function drawShape(context, index, size, fill, edge) {
    context.save();
    context.scale(size / 100, size / 100);
    const path = new Path2D(outlines[index] ?? unknown);
    context.lineJoin = 'round';
    context.lineWidth = 8;
    context.strokeStyle = edge;
    context.stroke(path);
    context.fillStyle = fill;
    context.fill(path);
    context.restore();
}
