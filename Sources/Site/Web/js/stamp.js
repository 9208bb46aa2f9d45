// The word that says the sky is simulated, as a tile that repeats over the whole picture. The tile is so small that every
// crop of 400 by 400 pixels holds the word whole at least once.

const width = 230;
const height = 170;

/** Paints the tile at twice its size. */
export function paintStamp(word, theme) {
    const canvas = document.createElement('canvas');
    canvas.width = width * 2;
    canvas.height = height * 2;
    const context = canvas.getContext('2d');
    context.scale(2, 2);
    context.translate(width / 2, height / 2);
    context.rotate(-24 * Math.PI / 180);
    context.font = '700 21px system-ui, "Noto Sans", "DejaVu Sans", sans-serif';
    context.textAlign = 'center';
    context.textBaseline = 'middle';
    const spaced = [...word].join('\u200a');
    const most = 170;
    context.lineWidth = 2.5;
    context.lineJoin = 'round';
    context.strokeStyle = theme === 'dark' ? 'rgba(4,8,12,0.42)' : 'rgba(255,255,255,0.6)';
    context.strokeText(spaced, 0, 0, most);
    context.fillStyle = theme === 'dark' ? 'rgba(255,196,120,0.34)' : 'rgba(140,60,0,0.32)';
    context.fillText(spaced, 0, 0, most);
    return canvas;
}
