/// What the validation page adds to the style sheet of the reports.
enum ValidationStyle {
    static let text = #"""
        main.validation{display:block}
        .forest{margin:.75rem 0 1.25rem;max-width:1000px}
        .forest .row{display:grid;grid-template-columns:minmax(9rem,15rem) minmax(10rem,1fr) 19rem;gap:0 16px;
        align-items:center;padding:4px 0;border-top:1px solid #eceef0}
        .forest .row.axis{border-top:1px solid var(--ink);height:1.6rem}
        .forest .label small{display:block;color:var(--soft);font-size:.75rem;line-height:1.25}
        .forest .label{font-size:.9rem;line-height:1.25}
        .forest .plot{position:relative;height:26px;display:block}
        .forest .plot u{position:absolute;top:-4px;bottom:-4px;width:1px;background:#e2e5e8}
        .forest .plot b{position:absolute;top:0;transform:translateX(-50%);font:.75rem/1.4 inherit;font-size:.75rem;
        font-weight:400;color:var(--soft);white-space:nowrap}
        .forest s{position:absolute;text-decoration:none}
        .forest s.simulated{top:5px;height:4px;background:#1b1f24}
        .forest s.published{top:18px;height:2px;background:#6e7781}
        .forest .plot i.simulated{position:absolute;top:2px;width:10px;height:10px;margin-left:-5px;border-radius:50%;
        background:#1b1f24}
        .forest .plot i.published{position:absolute;top:14px;width:10px;height:10px;margin-left:-5px;background:#fff;
        border:2px solid #6e7781;transform:rotate(45deg)}
        .forest .plot i.beyond{outline:2px dotted #1b1f24;outline-offset:1px}
        .forest .numbers{font-size:.8rem;line-height:1.35;font-variant-numeric:tabular-nums;display:grid;
        grid-template-columns:1fr 4.2rem;column-gap:8px}
        .forest .numbers>span{grid-column:1}
        .forest .numbers em{grid-column:2;grid-row:1/3;align-self:center;font-style:normal;text-align:center;
        border:1px solid transparent;padding:0 2px;color:var(--soft)}
        .forest .outside .numbers em{color:#fff;background:#1b1f24;font-weight:600}
        .key{display:inline-block;margin-right:1.25rem}
        i.disc,i.diamond{display:inline-block;width:9px;height:9px;margin-right:6px;background:#1b1f24;border-radius:50%}
        i.diamond{background:#fff;border:2px solid #6e7781;border-radius:0;transform:rotate(45deg)}
        table.counts{min-width:0}
        table.counts td:nth-child(n+2),table.counts th:nth-child(n+2){text-align:right}
        table.quantities td:last-child,table.policies td:last-child{min-width:36ch;color:var(--soft)}
        table.quantities td:nth-child(2){min-width:26ch}
        h3{font-size:1.05rem;margin:1.75rem 0 .1rem}
        @media (max-width:860px){.forest .row{grid-template-columns:1fr;row-gap:2px;padding:8px 0}
        .forest .row.axis span:first-child,.forest .row.axis span:last-child{display:none}
        .stack table,.stack tbody,.stack tr,.stack td{display:block;min-width:0!important}.stack thead{display:none}
        .stack tr{padding:10px 0;border-bottom:1px solid var(--line)}
        .stack td{border:0;padding:1px 0}.stack td:empty{display:none}
        .stack td::before{content:attr(data-label) " ";color:var(--soft);font-size:.75rem;margin-right:4px}
        .forest .plot{margin:0 12px}.forest .numbers{max-width:24rem}}
        @media print{.forest .row,.row{break-inside:avoid}section{break-inside:auto}
        .forest *{-webkit-print-color-adjust:exact;print-color-adjust:exact}}
        """#
}
