/// What the plan adds to the common style: one column, large text, boxes that are told by border and words.
enum ExpectStyle {
    static let text = #"""
        body{font-size:18px;line-height:1.55}
        header,main.expect,footer{max-width:720px}
        main.expect{display:block}
        h1{overflow-wrap:anywhere}
        h3{font-size:1rem;margin:1.1rem 0 .25rem}
        p,ul{max-width:65ch;margin:.35rem 0 .7rem}
        ul{padding-left:1.25rem}
        li{margin:.3rem 0}
        small{display:block;color:var(--soft);font-size:.8rem;line-height:1.4}
        nav{flex-direction:column}
        nav a,summary{padding:.3rem 0}
        summary{font-size:1rem;font-weight:600}
        .phone{border:2px solid var(--ink);padding:.5rem .75rem;margin:1rem 0}
        .phone p{margin:.2rem 0}
        .blank{border-bottom:1px solid var(--ink);height:2rem}
        .call{border:2px solid var(--ink);border-left-width:8px;padding:.1rem .75rem;margin:1rem 0;break-inside:avoid}
        .call h3{margin-top:.5rem}
        .call li{margin:.15rem 0}
        .today{border-left:4px solid var(--ink);padding:.1rem .75rem;font-weight:600}
        .now{border:1px solid var(--ink);font-size:.8rem;padding:.05rem .4rem;white-space:nowrap}
        .unknown,.done{color:var(--soft)}
        dl.words{display:block}
        dl.words dt{color:var(--ink);font-weight:600;font-size:1rem;margin-top:.6rem}
        footer .blank{height:1rem}
        @page{size:A4;margin:16mm}
        @media print{body{font-size:11pt}section{break-inside:auto}h2,h3{break-after:avoid}li{break-inside:avoid}
        details>summary{display:list-item}details::details-content{content-visibility:visible;display:block;height:auto}
        a{color:var(--ink);text-decoration:none}}
        """#
}
