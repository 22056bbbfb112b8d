/// The drawing of policies compared: part of `Script`.
enum ArmScript {
    static let text = #"""
          draw.arms = w => {
            const A = F.arms, narrow = w < 480;
            const rows = A.rows.filter(r => r.unit === '1' && r.differences.some(d => (d.onlyReference || 0) + (d.onlyArm || 0) > 0));
            const colors = [C.blue, C.red, C.green, C.black, C.pink], symbols = ['circle', 'square', 'diamond', 'triangle-up', 'x'];
            const arms = A.arms.slice(1), step = Math.min(0.22, 0.66 / Math.max(1, arms.length));
            const traces = arms.map((arm, k) => {
              const points = rows.map((r, i) => ({i, label: r.label, d: r.differences[k]})).filter(p => num(p.d.value) !== null);
              const x = points.map(p => 100 * p.d.value), color = colors[k % 5];
              return {type: 'scatter', mode: 'markers', name: safe(arm.name), x, y: points.map(p => p.i + step * (k - (arms.length - 1) / 2)),
                marker: {color: k % 2 ? '#fff' : color, size: 9, symbol: symbols[k % 5], line: {color, width: 1.8}},
                error_x: {type: 'data', symmetric: false, color, thickness: 1.6, width: 4,
                  array: points.map((p, i) => 100 * p.d.high - x[i]), arrayminus: points.map((p, i) => x[i] - 100 * p.d.low)},
                customdata: points.map(p => [safe(p.label), p.d.onlyReference || 0, p.d.onlyArm || 0, (100 * p.d.low).toFixed(1), (100 * p.d.high).toFixed(1)]),
                hovertemplate: '%{customdata[0]}<br>%{x:+.1f} points (%{customdata[3]} to %{customdata[4]})<br>only under the reference: %{customdata[1]}; only here: %{customdata[2]}<extra>' + safe(arm.name) + '</extra>'};
            });
            const ends = rows.flatMap(r => r.differences.flatMap(d => [num(d.low), num(d.high)])).filter(v => v !== null).map(v => 100 * v);
            const low = Math.min(0, ...ends), high = Math.max(0, ...ends), pad = 0.05 * Math.max(1, high - low);
            return [traces, onTop(layout(w, 120 + Math.max(34, 20 + 14 * arms.length) * rows.length, {
              xaxis: axis('difference from ' + (narrow ? 'the reference' : safe(A.arms[0].name)) + ', percentage points', {range: [low - pad, high + pad], nticks: narrow ? 5 : 10}),
              yaxis: axis('', {tickvals: rows.map((_, i) => i), ticktext: rows.map(r => wrap(r.label, narrow ? 17 : 34)), range: [rows.length - 0.5, -0.5], ticks: ''}),
              shapes: [{type: 'line', x0: 0, x1: 0, yref: 'paper', y0: 0, y1: 1, line: {color: '#1b1f24', width: 1.4}, layer: 'below'}]}), narrow ? arms.length : 1)];
          };
        """#
}
