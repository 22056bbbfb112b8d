/// The style sheet of the page.
enum Style {
    static let text = #"""
        :root{--ink:#1b1f24;--soft:#57606a;--line:#d0d7de;--accent:#0072B2}
        *{box-sizing:border-box}
        body{margin:0;color:var(--ink);background:#fff;font:16px/1.5 system-ui,"Segoe UI",Roboto,"Helvetica Neue",Arial,sans-serif}
        header,main,footer{max-width:1120px;margin:0 auto;padding:0 20px}
        header{padding-top:28px}
        h1{font-size:1.75rem;line-height:1.2;margin:0 0 .25rem}
        h2{font-size:1.2rem;line-height:1.3;margin:0 0 .25rem}
        .eyebrow{color:var(--soft);margin:0 0 1rem}
        .warning{border:1px solid var(--line);border-left:4px solid #D55E00;padding:.5rem .75rem;margin:1rem 0}
        dl{display:grid;grid-template-columns:repeat(4,1fr);gap:.75rem 1.5rem;margin:1rem 0}
        dt{color:var(--soft);font-size:.8rem}
        dd{margin:0;overflow-wrap:anywhere}
        dl .wide{grid-column:1/-1}
        code{font:.85rem/1.4 ui-monospace,"DejaVu Sans Mono",Menlo,monospace;overflow-wrap:anywhere}
        nav{display:flex;flex-wrap:wrap;gap:.25rem 1rem;border-block:1px solid var(--line);padding:.5rem 0;font-size:.9rem}
        a{color:var(--accent)}
        main{display:grid;grid-template-columns:repeat(2,minmax(0,1fr));gap:0 40px}
        section{grid-column:1/-1;padding:28px 0 12px;border-bottom:1px solid var(--line);min-width:0}
        .takeaway{margin:0 0 .75rem;max-width:75ch}
        .note{color:var(--soft);font-size:.85rem;margin:.25rem 0 .5rem;max-width:85ch}
        .chart{width:100%;min-width:0}
        details{margin:.5rem 0}
        summary{cursor:pointer;color:var(--accent);font-size:.9rem}
        .scroll,details .wide{overflow:auto;max-width:100%}
        .scroll{max-height:28rem}
        table{border-collapse:collapse;font-size:.85rem;min-width:60%}
        th,td{text-align:left;padding:.3rem .75rem .3rem 0;border-bottom:1px solid var(--line);vertical-align:top}
        th{position:sticky;top:0;background:#fff;font-weight:600}
        td.n{font-variant-numeric:tabular-nums;white-space:nowrap}
        footer{padding-top:16px;padding-bottom:32px;color:var(--soft);font-size:.85rem}
        @media (min-width:1000px){#funnel,#steps{grid-column:auto}}
        @media (max-width:700px){header,main,footer{padding-inline:14px}main{display:block}
        dl{grid-template-columns:1fr 1fr}h1{font-size:1.4rem}table{min-width:100%}
        #endpoints td:last-child,#assumptions td:last-child{min-width:40ch}}
        @media print{nav,summary{display:none}section{break-inside:avoid}body{font-size:11pt}}
        """#
}
