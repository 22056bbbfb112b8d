/// The drawings of a sensitivity analysis: part of `Script`.
enum DriverScript {
    static let text = #"""
          // A chart for each output, one or two beside each other, with room for the names of its rows.
          function rowCharts(list, w, rowHeight, each) {
            const columns = w < 760 ? 1 : 2, gutter = 26, cellWidth = (w - gutter * (columns - 1) - 12) / columns;
            const names = Math.min(230, Math.round(0.46 * cellWidth)), head = 34, foot = 52;
            const heights = list.map(o => head + foot + rowHeight * each.rows(o).length);
            const tops = [];
            let height = 0;
            for (let i = 0; i < list.length; i += columns) {
              const tallest = Math.max(...heights.slice(i, i + columns));
              for (let j = i; j < Math.min(list.length, i + columns); j++) tops.push(height);
              height += tallest;
            }
            const l = layout(w, height, {annotations: [], shapes: [], margin: {l: 0, r: 12, t: 0, b: 0}, barmode: 'overlay', bargap: 0.3, showlegend: false});
            const inner = w - 12, traces = [], letters = Math.max(14, Math.round(names / 6.4));
            list.forEach((o, i) => {
              const k = i ? String(i + 1) : '', x0 = (i % columns) * (cellWidth + gutter), rows = each.rows(o);
              const top = 1 - (tops[i] + head) / height, bottom = top - rowHeight * rows.length / height;
              l['xaxis' + k] = axis('', Object.assign({domain: [(x0 + names) / inner, (x0 + cellWidth) / inner], anchor: 'y' + k, automargin: false}, each.axis(o, w)));
              l['yaxis' + k] = axis('', {domain: [Math.max(0, bottom), top], anchor: 'x' + k, tickvals: rows.map((_, j) => j), ticktext: rows.map(r => each.name(r, letters)),
                range: [rows.length - 0.5, -0.5], ticks: '', automargin: false, tickfont: {size: 11}, showgrid: false});
              l.annotations.push({text: '<b>' + safe(o.label) + '</b>' + each.head(o), xref: 'paper', yref: 'paper', x: x0 / inner, y: top, xanchor: 'left', yanchor: 'bottom', showarrow: false, yshift: 6});
              traces.push(...each.traces(o, 'x' + k, 'y' + k));
            });
            return [traces, l];
          }
          // At most two lines of a name.
          function shorten(text, width) {
            const lines = wrap(text, width).split('<br>');
            return lines.length < 3 ? lines.join('<br>') : lines[0] + '<br>' + lines[1] + ' …';
          }
          const reach = (e, scale) => ({type: 'data', symmetric: false, thickness: 1.4, width: 3, color: '#1b1f24',
            array: e.map(v => num(v.high) === null ? 0 : scale * (v.high - v.value)), arrayminus: e.map(v => num(v.low) === null ? 0 : scale * (v.value - v.low))});
          const mean = o => num(o.mean) === null ? '' : o.isLogarithm ? ', geometric mean ' + Math.pow(10, o.mean).toPrecision(3) : ', ' + (100 * o.mean).toFixed(1) + ' %';

          draw.sobol = w => rowCharts(F.outputs.filter(o => o.drivers.length), w, 30, {
            rows: o => o.drivers, head: mean, name: (d, letters) => shorten(d.label, letters),
            axis: (o, w) => ({title: {text: 'share of the variance, %', standoff: 4, font: {size: 12}}, rangemode: 'tozero', nticks: 6}),
            traces: (o, xaxis, yaxis) => [
              {type: 'bar', orientation: 'h', xaxis, yaxis, y: o.drivers.map((_, i) => i), x: o.drivers.map(d => 100 * d.total.value), width: 0.72,
                marker: {color: '#cfe8f8', line: {color: '#57606a', width: 0.8}}, error_x: reach(o.drivers.map(d => d.total), 100),
                customdata: o.drivers.map(d => safe(d.label)), hovertemplate: '%{customdata}<br>total %{x:.1f} %<extra></extra>'},
              {type: 'bar', orientation: 'h', xaxis, yaxis, y: o.drivers.map((_, i) => i), x: o.drivers.map(d => 100 * Math.max(0, d.first.value)), width: 0.34,
                marker: {color: C.blue}, customdata: o.drivers.map(d => safe(d.label)), hovertemplate: '%{customdata}<br>first order %{x:.1f} %<extra></extra>'}]});

          draw.tornado = w => rowCharts(F.outputs.filter(o => o.bars.length), w, 44, {
            rows: o => o.bars, head: mean,
            name: (b, letters) => shorten(b.label, letters) + '<br><span style="color:#57606a">' + safe(b.values) + '</span>',
            axis: (o, w) => {
              const title = {text: o.isLogarithm ? 'change of the geometric mean' : 'change, percentage points', standoff: 4, font: {size: 12}};
              if (!o.isLogarithm) return {title, nticks: 6};
              const folds = [100, 10, 5, 3, 2, 1.5, 1.2, 1.1], most = Math.max(...o.bars.flatMap(b => [b.low.value, b.high.value]).map(v => Math.abs(num(v) || 0)));
              const shown = folds.filter(f => Math.log10(f) <= most * 1.05).slice(0, 2);
              return {title, tickvals: shown.map(f => -Math.log10(f)).concat([0], shown.map(f => Math.log10(f))), ticktext: shown.map(f => '÷' + f).concat(['×1'], shown.map(f => '×' + f))};
            },
            traces: (o, xaxis, yaxis) => [['low', 'at the 10th percentile'], ['high', 'at the 90th percentile']].map(([side, said], k) => {
              const scale = o.isLogarithm ? 1 : 100, e = o.bars.map(b => b[side]);
              return {type: 'bar', orientation: 'h', xaxis, yaxis, y: o.bars.map((_, i) => i + (k ? 0.19 : -0.19)), x: e.map(v => scale * (num(v.value) || 0)), width: 0.36,
                marker: k ? {color: C.blue, line: {color: '#1b1f24', width: 0.8}} : {color: '#fff', line: {color: '#1b1f24', width: 0.8}, pattern: {shape: '/', fgcolor: C.red, size: 5}},
                error_x: reach(e, scale), customdata: o.bars.map((b, i) => [safe(b.label), safe(b.values), o.isLogarithm ? '×' + Math.pow(10, e[i].value).toPrecision(3) : (100 * e[i].value).toFixed(1) + ' points']),
                hovertemplate: '%{customdata[0]}<br>%{customdata[1]}<br>' + said + ': %{customdata[2]}<extra></extra>'};
            })});
        """#
}
