/// How an edition's pages look: both themes by the reader's setting, wide and narrow, on paper.
enum EditionStyle {
    static let css = """
        :root { color-scheme: light dark; --ink: #1b1f24; --paper: #ffffff; --soft: #57606a; --line: #d0d7de; --coast: #8c98a4; --border: #b7c0c9; --accent: #0b5fa5; --warn: #8a3b00; }
        @media (prefers-color-scheme: dark) {
          :root { --ink: #e6edf3; --paper: #0f141a; --soft: #9aa7b4; --line: #30363d; --coast: #5d6b79; --border: #434e59; --accent: #7cbcff; --warn: #ffb77a; }
        }
        body { margin: 0 auto; padding: 1.5rem; max-width: 46rem; background: var(--paper); color: var(--ink); font: 1rem/1.6 system-ui, sans-serif; }
        h1 { line-height: 1.2; overflow-wrap: anywhere; }
        h2 { margin-top: 2.5rem; border-bottom: 1px solid var(--line); }
        a { color: var(--accent); }
        small, figcaption, footer { color: var(--soft); }
        p:target, li:target { outline: 2px solid var(--accent); outline-offset: 4px; }
        .mark { text-decoration: none; }
        .simulated { border: 2px solid var(--warn); color: var(--warn); padding: 0.5rem 1rem; font-weight: 700; }
        code { overflow-wrap: anywhere; }
        figure { margin: 1.5rem 0; }
        svg { width: 100%; height: auto; border: 1px solid var(--line); }
        svg text { fill: var(--ink); font-size: 16px; paint-order: stroke; stroke: var(--paper); stroke-width: 4px; stroke-linejoin: round; }
        svg .mark-world { fill: var(--warn); font-weight: 700; font-size: 18px; }
        @media (max-width: 40rem) { svg text { font-size: 34px; } svg .mark-world { font-size: 38px; } }
        .grid { stroke: var(--line); stroke-width: 1; }
        .coast, .border, .disputed { fill: none; stroke: var(--border); stroke-width: 1; stroke-linejoin: round; }
        .coast { stroke: var(--coast); stroke-width: 1.25; }
        .disputed { stroke-dasharray: 5 4; }
        .way { fill: none; stroke: var(--accent); stroke-width: 2; stroke-dasharray: 6 4; }
        .track { fill: none; stroke: var(--accent); stroke-width: 2.5; }
        .heard, .stop { fill: var(--accent); }
        @media (max-width: 40rem) {
          svg text { stroke-width: 8px; }
          .border, .disputed { stroke-width: 1.5; } .coast { stroke-width: 2; } .disputed { stroke-dasharray: 10 8; }
          .way { stroke-width: 4; stroke-dasharray: 12 8; } .track { stroke-width: 5; } .stop { stroke: var(--accent); stroke-width: 8; }
        }
        @media print {
          :root { --ink: #000; --paper: #fff; --soft: #333; --line: #999; --coast: #777; --border: #aaa; --accent: #000; --warn: #000; }
          .grid { stroke: #ddd; }
          body { max-width: none; padding: 0; font-size: 10.5pt; }
          nav, .mark { display: none; }
          p, li, figure { break-inside: avoid; }
          #sources a[href]::after { content: " <" attr(href) ">"; }
        }

        """
}
