// All aircraft in one WebGL2 canvas above the map: filled once an update, moved by the shader in between.
import { colourIndex, colourTable, palette, rgb } from './colours.js';
import { shape } from './categories.js';
import { unknown } from './frames.js';
import { shortWay } from './mercator.js';
import { aircraftFragment, aircraftVertex, stampFragment, stampVertex } from './shaders.js';
import { extents, isTurned, paintAtlas, relativeSize } from './shapes.js';
import { flag } from './sky.js';
import { paintStamp } from './stamp.js';

/** Bytes of an aircraft in the texture, and aircraft in one of its lines; the shader knows both. */
const stride = 32;
const across = 128;

export class Overlay {
    /** The word drawn into the picture (`SIMULATED`), or `null`. */
    #word = null;
    #theme = 'dark';
    #instances = 0;
    #capacity = 0;
    #anchor = { x: 0.5, y: 0.5 };
    #uploaded = 0;
    #lost = false;

    /** Takes a canvas. `available` is false where the browser has no WebGL2; the table then stands for the map. */
    constructor(canvas) {
        this.canvas = canvas;
        this.#start();
        canvas.addEventListener('webglcontextlost', (event) => {
            event.preventDefault();
            this.#lost = true;
        });
        canvas.addEventListener('webglcontextrestored', () => {
            this.#lost = false;
            this.#capacity = 0;
            this.#start();
            this.onrestore?.();
        });
    }

    get available() { return this.gl !== null; }

    /** How many drawings the last fill left. */
    get count() { return this.#instances; }

    setTheme(theme) {
        this.#theme = theme;
        this.#loadStamp();
    }

    setWord(word) {
        if (word === this.#word) return;
        this.#word = word;
        this.#loadStamp();
    }

    resize(width, height, ratio) {
        this.canvas.width = Math.round(width * ratio);
        this.canvas.height = Math.round(height * ratio);
    }

    /**
     * Fills the buffer from the sky.
     * - Parameter options: `now` (ms of the sky), `view`, `selected` (set of addresses), `shows` (slot → whether the filter
     *   lets it through, or `null`).
     */
    fill(sky, { now, view, selected, shows }) {
        const most = sky.count * 2 + 16;
        if (most > this.#capacity) this.#allocate(Math.ceil(most * 1.5));
        const { floats, bytes } = this;
        const table = colourTable(this.#theme);
        const marks = palette(this.#theme);
        const selectedColour = rgb(marks.selected);
        const alertColour = rgb(marks.alert);
        this.#anchor = { x: view.x, y: view.y };
        this.#uploaded = now;
        let index = 0;
        const put = (slot, drawing, red, green, blue, alpha) => {
            const word = index * (stride / 4);
            const speed = sky.speed[slot];
            const track = sky.track[slot];
            const moves = speed !== unknown.u16 && track !== unknown.u16;
            floats[word] = shortWay(sky.x[slot] - view.x);
            floats[word + 1] = sky.y[slot] - view.y;
            floats[word + 2] = moves ? speed * 0.1 * sky.perKnot[slot] : 0;
            floats[word + 3] = (now - sky.heard[slot]) / 1000;
            floats[word + 4] = track === unknown.u16 ? 0 : track * (2 * Math.PI / 65536);
            const byte = index * stride + 20;
            bytes[byte] = red;
            bytes[byte + 1] = green;
            bytes[byte + 2] = blue;
            bytes[byte + 4] = drawing;
            bytes[byte + 5] = alpha;
            bytes[byte + 6] = relativeSize[drawing] * 100;
            bytes[byte + 7] = isTurned[drawing] && track !== unknown.u16 ? 1 : 0;
            index++;
        };
        const late = [];
        for (let slot = 0; slot < sky.count; slot++) {
            if (sky.latitude[slot] === unknown.i32) continue;
            const isSelected = selected.size > 0 && selected.has(sky.address[slot]);
            if (shows && !shows[slot] && !isSelected) continue;
            const flags = sky.flags[slot];
            if (isSelected || flags & flag.alert) {
                late.push(slot, isSelected);
                continue;
            }
            const at = colourIndex(sky.altitude[slot], flags) * 4;
            put(slot, sky.shape[slot], table[at], table[at + 1], table[at + 2], flags & flag.stale ? 105 : 255);
        }
        for (let i = 0; i < late.length; i += 2) {
            const slot = late[i];
            const flags = sky.flags[slot];
            if (flags & flag.alert) put(slot, shape.alert, ...alertColour, 255);
            if (late[i + 1]) put(slot, shape.ring, ...selectedColour, 255);
            const at = colourIndex(sky.altitude[slot], flags) * 4;
            put(slot, sky.shape[slot], table[at], table[at + 1], table[at + 2], flags & flag.stale ? 140 : 255);
        }
        this.#instances = index;
        if (!this.gl || this.#lost) return;
        this.#upload(Math.ceil(index / across));
    }

    /** Draws. `elapsed`: sky seconds since the fill (0 to keep still); `reach` as `SkyClock` has it; `scale`: half an airliner, pixels. */
    draw(view, now, reach, moving, scale) {
        const { gl } = this;
        if (!gl || this.#lost) return;
        gl.viewport(0, 0, this.canvas.width, this.canvas.height);
        gl.clear(gl.COLOR_BUFFER_BIT);
        const halfSize = [view.width / 2, view.height / 2];
        const { program, uniforms } = this.aircraft;
        gl.useProgram(program);
        gl.bindVertexArray(this.array);
        gl.activeTexture(gl.TEXTURE1);
        gl.bindTexture(gl.TEXTURE_2D, this.rows);
        gl.activeTexture(gl.TEXTURE0);
        gl.bindTexture(gl.TEXTURE_2D, this.atlas);
        gl.uniform1i(uniforms.rows, 1);
        gl.uniform2f(uniforms.halfSize, ...halfSize);
        gl.uniform1f(uniforms.world, view.world);
        gl.uniform1f(uniforms.elapsed, moving ? (now - this.#uploaded) / 1000 : 0);
        gl.uniform1f(uniforms.reach, reach);
        gl.uniform1f(uniforms.scale, scale);
        gl.uniform3f(uniforms.edge, ...rgb(palette(this.#theme).edge).map((value) => value / 255));
        const offsetX = shortWay(this.#anchor.x - view.x) * view.world;
        const offsetY = (this.#anchor.y - view.y) * view.world;
        const first = Math.ceil((-halfSize[0] - 40 - offsetX) / view.world - 0.5);
        const last = Math.floor((halfSize[0] + 40 - offsetX) / view.world + 0.5);
        for (let copy = first; copy <= last; copy++) {
            gl.uniform2f(uniforms.offset, offsetX + copy * view.world, offsetY);
            gl.drawElements(gl.TRIANGLES, 6 * this.#instances, gl.UNSIGNED_INT, 0);
        }
        if (this.#word) this.#drawStamp(halfSize);
    }

    #drawStamp(halfSize) {
        const { gl } = this;
        const { program, uniforms } = this.stamp;
        gl.useProgram(program);
        gl.bindVertexArray(this.plain);
        gl.bindTexture(gl.TEXTURE_2D, this.stampTexture);
        gl.uniform2f(uniforms.halfSize, ...halfSize);
        gl.uniform2f(uniforms.tile, this.stampSize.width, this.stampSize.height);
        gl.drawArrays(gl.TRIANGLE_STRIP, 0, 4);
    }

    #start() {
        const gl = this.canvas.getContext('webgl2', { alpha: true, antialias: false, premultipliedAlpha: true });
        this.gl = gl;
        if (!gl) return;
        gl.clearColor(0, 0, 0, 0);
        gl.enable(gl.BLEND);
        gl.blendFunc(gl.ONE, gl.ONE_MINUS_SRC_ALPHA);
        this.aircraft = link(gl, aircraftVertex, aircraftFragment);
        gl.useProgram(this.aircraft.program);
        gl.uniform2fv(this.aircraft.uniforms['extents[0]'], extents().flat());
        this.stamp = link(gl, stampVertex, stampFragment);
        this.corners = gl.createBuffer();
        gl.bindBuffer(gl.ARRAY_BUFFER, this.corners);
        gl.bufferData(gl.ARRAY_BUFFER, new Float32Array([-1, -1, 1, -1, -1, 1, 1, 1]), gl.STATIC_DRAW);
        this.plain = gl.createVertexArray();
        gl.bindVertexArray(this.plain);
        gl.enableVertexAttribArray(0);
        gl.vertexAttribPointer(0, 2, gl.FLOAT, false, 0, 0);
        this.atlas = texture(gl, paintAtlas(), gl.CLAMP_TO_EDGE);
        this.stampTexture = null;
        // What an earlier context made is lost with it.
        this.rows = this.order = this.array = null;
        this.#allocate(2048);
        this.#loadStamp();
    }

    #loadStamp() {
        const { gl } = this;
        if (!gl || !this.#word) return;
        if (this.stampTexture) gl.deleteTexture(this.stampTexture);
        const canvas = paintStamp(this.#word, this.#theme);
        this.stampSize = { width: canvas.width / 2, height: canvas.height / 2 };
        this.stampTexture = texture(gl, canvas, gl.REPEAT);
    }

    #upload(lines) {
        const { gl } = this;
        gl.activeTexture(gl.TEXTURE1);
        gl.bindTexture(gl.TEXTURE_2D, this.rows);
        gl.pixelStorei(gl.UNPACK_PREMULTIPLY_ALPHA_WEBGL, false);
        if (lines) gl.texSubImage2D(gl.TEXTURE_2D, 0, 0, 0, 2 * across, lines, gl.RGBA_INTEGER, gl.UNSIGNED_INT, this.words);
        gl.activeTexture(gl.TEXTURE0);
    }

    #allocate(least) {
        const lines = Math.ceil(least / across);
        const capacity = lines * across;
        this.#capacity = capacity;
        const memory = new ArrayBuffer(capacity * stride);
        this.floats = new Float32Array(memory);
        this.bytes = new Uint8Array(memory);
        this.words = new Uint32Array(memory);
        const { gl } = this;
        if (!gl) return;
        if (this.rows) gl.deleteTexture(this.rows);
        this.rows = gl.createTexture();
        gl.bindTexture(gl.TEXTURE_2D, this.rows);
        gl.texStorage2D(gl.TEXTURE_2D, 1, gl.RGBA32UI, 2 * across, lines);
        for (const side of [gl.TEXTURE_MIN_FILTER, gl.TEXTURE_MAG_FILTER]) gl.texParameteri(gl.TEXTURE_2D, side, gl.NEAREST);
        const order = new Uint32Array(6 * capacity);
        for (let i = 0; i < capacity; i++) order.set([4 * i, 4 * i + 1, 4 * i + 2, 4 * i + 2, 4 * i + 1, 4 * i + 3], 6 * i);
        if (this.order) gl.deleteBuffer(this.order);
        this.order = gl.createBuffer();
        this.array ??= gl.createVertexArray();
        gl.bindVertexArray(this.array);
        gl.bindBuffer(gl.ELEMENT_ARRAY_BUFFER, this.order);
        gl.bufferData(gl.ELEMENT_ARRAY_BUFFER, order, gl.STATIC_DRAW);
    }
}

function link(gl, vertex, fragment) {
    const program = gl.createProgram();
    for (const [type, source] of [[gl.VERTEX_SHADER, vertex], [gl.FRAGMENT_SHADER, fragment]]) {
        const shader = gl.createShader(type);
        gl.shaderSource(shader, source);
        gl.compileShader(shader);
        gl.attachShader(program, shader);
    }
    gl.linkProgram(program);
    if (!gl.getProgramParameter(program, gl.LINK_STATUS) && !gl.isContextLost()) {
        throw new Error(gl.getProgramInfoLog(program) ?? 'link');
    }
    const uniforms = {};
    for (let i = 0; i < gl.getProgramParameter(program, gl.ACTIVE_UNIFORMS); i++) {
        const { name } = gl.getActiveUniform(program, i);
        uniforms[name] = gl.getUniformLocation(program, name);
    }
    return { program, uniforms };
}

function texture(gl, canvas, wrap) {
    const made = gl.createTexture();
    gl.bindTexture(gl.TEXTURE_2D, made);
    gl.pixelStorei(gl.UNPACK_PREMULTIPLY_ALPHA_WEBGL, true);
    gl.texImage2D(gl.TEXTURE_2D, 0, gl.RGBA, gl.RGBA, gl.UNSIGNED_BYTE, canvas);
    gl.generateMipmap(gl.TEXTURE_2D);
    gl.texParameteri(gl.TEXTURE_2D, gl.TEXTURE_MIN_FILTER, gl.LINEAR_MIPMAP_NEAREST);
    gl.texParameteri(gl.TEXTURE_2D, gl.TEXTURE_MAG_FILTER, gl.LINEAR);
    gl.texParameteri(gl.TEXTURE_2D, gl.TEXTURE_WRAP_S, wrap);
    gl.texParameteri(gl.TEXTURE_2D, gl.TEXTURE_WRAP_T, wrap);
    return made;
}
