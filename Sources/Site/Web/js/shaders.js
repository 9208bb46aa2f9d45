// The two programs of the overlay: aircraft as squares whose values stand in a texture, and the word that says the sky is simulated.

export const aircraftVertex = `#version 300 es
precision highp float;
precision highp usampler2D;
uniform usampler2D rows;              // two texels an aircraft: place; turn, colour, kind
uniform vec2 extents[14];             // how much of its cell each drawing fills
uniform vec2 offset;                  // pixels from the view's centre to the anchor
uniform vec2 halfSize;                // half the canvas, CSS pixels
uniform float world;                  // pixels of the whole world
uniform float elapsed;                // seconds since upload
uniform float scale;                  // half an airliner, pixels
uniform float reach;                  // seconds after which nothing is carried on
out vec2 uv;
out vec4 tint;
void main() {
    // Four vertices an aircraft in one long draw: drawn as instances, each would be a draw of its own to a renderer in software.
    int row = gl_VertexID >> 2;
    vec2 corner = vec2(gl_VertexID & 1, gl_VertexID >> 1 & 1) * 2.0 - 1.0;
    ivec2 cellOfRow = ivec2((row & 127) * 2, row >> 7);
    // dx, dy from the anchor (Mercator), Mercator units a second, age (s) at upload
    vec4 place = uintBitsToFloat(texelFetch(rows, cellOfRow, 0));
    uvec4 look = texelFetch(rows, cellOfRow + ivec2(1, 0), 0);
    float turn = uintBitsToFloat(look.x); // radians clockwise from north
    vec3 colour = vec3(look.y & 255u, look.y >> 8 & 255u, look.y >> 16 & 255u) / 255.0;
    // shape, alpha, size in percent, 1 = turned to the track
    uvec4 kind = uvec4(look.z & 255u, look.z >> 8 & 255u, look.z >> 16 & 255u, look.z >> 24);
    // What is empty around the drawing is not drawn.
    corner *= extents[min(kind.x, 13u)];
    float since = clamp(place.w + elapsed, 0.0, max(reach, 0.0));
    vec2 heading = vec2(sin(turn), -cos(turn));
    vec2 centre = offset + (place.xy + heading * place.z * since) * world;
    float angle = kind.w == 1u ? turn : 0.0;
    mat2 rotation = mat2(cos(angle), sin(angle), -sin(angle), cos(angle));
    vec2 at = centre + rotation * (corner * float(kind.z) * 0.01 * scale);
    gl_Position = vec4(at.x / halfSize.x, -at.y / halfSize.y, 0.0, 1.0);
    vec2 cell = vec2(float(kind.x % 4u), float(kind.x / 4u));
    uv = (cell + corner * 0.5 + 0.5) * 0.25;
    tint = vec4(colour, float(kind.y) / 255.0);
}`;

export const aircraftFragment = `#version 300 es
precision mediump float;
uniform sampler2D atlas;
uniform vec3 edge;
in vec2 uv;
in vec4 tint;
out vec4 result;
void main() {
    vec4 sampled = texture(atlas, uv);
    float alpha = max(sampled.r, sampled.g * 0.9) * tint.a;
    if (alpha < 0.01) discard;
    result = vec4(mix(edge, tint.rgb, sampled.r) * alpha, alpha);
}`;

export const stampVertex = `#version 300 es
precision highp float;
layout(location = 0) in vec2 corner;
uniform vec2 halfSize;
uniform vec2 tile;
out vec2 uv;
void main() {
    gl_Position = vec4(corner, 0.0, 1.0);
    uv = (corner * vec2(1.0, -1.0) * halfSize + halfSize) / tile;
}`;

export const stampFragment = `#version 300 es
precision mediump float;
uniform sampler2D stamp;
in vec2 uv;
out vec4 result;
void main() {
    result = texture(stamp, uv);
}`;
