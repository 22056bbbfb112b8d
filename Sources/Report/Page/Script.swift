/// The program that draws the charts from the embedded figures, with Plotly.
enum Script {
    static let text = #"""
        'use strict';
        (function () {
          const F = JSON.parse(document.getElementById('figures').textContent);
          const C = {black: '#000000', orange: '#E69F00', sky: '#56B4E9', green: '#009E73', yellow: '#F0E442',
            blue: '#0072B2', red: '#D55E00', pink: '#CC79A7', grey: '#999999'};
          const num = v => typeof v === 'number' && isFinite(v) ? v : null;
          const safe = s => String(s).replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');
          function wrap(text, width) {
            const lines = [''];
            for (const word of String(text).split(' ')) {
              const last = lines[lines.length - 1];
              if (last && (last + ' ' + word).length > width) lines.push(word);
              else lines[lines.length - 1] = last ? last + ' ' + word : word;
            }
            return lines.map(safe).join('<br>');
          }
          const tint = (hex, alpha) => 'rgba(' + [1, 3, 5].map(i => parseInt(hex.slice(i, i + 2), 16)).join(',') + ',' + alpha + ')';
          const axis = (title, more) => Object.assign({title: {text: title, standoff: 8, font: {size: 12.5}}, tickfont: {size: 12}, gridcolor: '#e6e8eb', linecolor: '#57606a',
            zeroline: false, showline: true, ticks: 'outside', ticklen: 4, automargin: true}, more);
          const layout = (w, height, more) => Object.assign({width: w, height, paper_bgcolor: '#fff', plot_bgcolor: '#fff',
            font: {size: w < 480 ? 11 : 12.5, color: '#1b1f24', family: 'system-ui, Segoe UI, Roboto, Helvetica, Arial, sans-serif'},
            margin: {l: 10, r: 14, t: 10, b: 10}, hovermode: 'closest',
            legend: {orientation: 'h', traceorder: 'normal', x: 0, bgcolor: 'rgba(255,255,255,0)'}}, more);
          // The legend stands above the plot, at a height known in pixels.
          function onTop(l, rows) {
            const top = 14 + 22 * rows;
            l.margin = Object.assign({}, l.margin, {t: top});
            l.legend = Object.assign({}, l.legend, {yref: 'container', y: 1, yanchor: 'top'});
            return l;
          }

          const draw = {};

          draw.funnel = w => {
            const s = F.funnel, names = s.map(x => wrap(x.name, w < 480 ? 14 : 20));
            const lost = s.map(x => x.lost.reduce((a, b) => a + b.count, 0));
            const first = s[0].count || 1;
            return [[
              {type: 'bar', orientation: 'h', name: 'Went on', y: names, x: s.map((x, i) => x.count - lost[i]), marker: {color: C.blue},
                hovertemplate: '%{x} went on<extra></extra>'},
              {type: 'bar', orientation: 'h', name: 'Lost before the next stage', y: names, x: lost,
                marker: {color: '#fff', line: {color: C.red, width: 1}, pattern: {shape: '/', fgcolor: C.red, size: 6}},
                text: s.map(x => ' ' + x.count + ' (' + Math.round(100 * x.count / first) + ' %)'), textposition: 'outside', cliponaxis: false,
                textfont: {color: '#1b1f24'},
                customdata: s.map(x => x.lost.map(l => safe(l.reason) + ': ' + l.count).join('<br>') || 'none lost'), hovertemplate: '%{customdata}<extra></extra>'},
            ], onTop(layout(w, 110 + 46 * s.length, {barmode: 'stack', bargap: 0.35,
              xaxis: axis('patients', {rangemode: 'tozero', range: [0, (w < 480 ? 1.55 : 1.4) * Math.max(first, 1)]}), yaxis: axis('', {autorange: 'reversed', ticks: ''})}), w < 380 ? 2 : 1)];
          };

          draw.endpoints = w => {
            const rates = F.endpoints.filter(e => e.unit === '1');
            const error = (low, high, v) => ({type: 'data', symmetric: false, thickness: 1.6, width: 4,
              array: v.map((x, i) => high[i] === null ? 0 : 100 * (high[i] - x)), arrayminus: v.map((x, i) => low[i] === null ? 0 : 100 * (x - low[i]))});
            function trace(name, points, shift, marker) {
              const v = points.map(p => p.v);
              return {type: 'scatter', mode: 'markers', name, x: v.map(x => 100 * x), y: points.map(p => p.i + shift), marker,
                error_x: Object.assign(error(points.map(p => p.low), points.map(p => p.high), v), {color: marker.line ? marker.line.color : marker.color}),
                text: points.map(p => safe(p.label)), hovertemplate: '%{text}<br>%{x:.1f} %<extra>' + name + '</extra>'};
            }
            const point = (r, i, label) => ({i, label, v: num(r.value), low: num(r.low), high: num(r.high)});
            const simulated = rates.map((e, i) => point(e, i, e.label)).filter(p => p.v !== null);
            const published = flag => rates.map((e, i) => e.published && (e.published.verification === 'unverified') === flag ? point(e.published, i, e.label) : null).filter(p => p);
            const traces = [trace('Simulated', simulated, -0.16, {color: C.blue, size: 9, symbol: 'circle'}),
              trace('Published', published(false), 0.16, {color: C.red, size: 10, symbol: 'diamond'}),
              trace('Published, unverified', published(true), 0.16, {color: '#fff', size: 10, symbol: 'diamond', line: {color: C.red, width: 2}})].filter(t => t.x.length);
            return [traces, onTop(layout(w, 110 + 44 * rates.length, {xaxis: axis('patients, %', {range: [-2, 102], dtick: w < 480 ? 25 : 20}),
              yaxis: axis('', {tickvals: rates.map((_, i) => i), ticktext: rates.map(e => wrap(e.label, w < 480 ? 17 : 34)), range: [rates.length - 0.5, -0.5], ticks: ''})}), w < 480 ? 2 : 1)];
          };

          function bands(list, w) {
            list = list.filter(b => b.days.length);
            const columns = Math.min(list.length, w < 620 ? 1 : w < 900 ? 2 : 3), rows = Math.ceil(list.length / columns);
            const cell = 190, gap = 72, height = rows * cell + rows * gap - 4;
            const l = layout(w, height, {showlegend: false, annotations: [], margin: {l: 52, r: 14, t: 0, b: 0}});
            const traces = [], gutter = 60 / (w - 66), span = (1 - gutter * (columns - 1)) / columns;
            list.forEach((b, i) => {
              const k = i ? String(i + 1) : '', column = i % columns, row = Math.floor(i / columns);
              const x0 = column * (span + gutter), top = 1 - (row * (cell + gap) + 30) / height, bottom = top - cell / height;
              const all = [b.p5, b.p25, b.p50, b.p75, b.p95].flat().map(num).filter(v => v > 0);
              const floor = all.reduce((a, v) => Math.min(a, v), Infinity), most = all.reduce((a, v) => Math.max(a, v), 0);
              const span10 = Math.log10(most / floor), decades = span10 > 1 ? Math.max(1, Math.ceil(span10 / 5)) : undefined;
              const clean = v => v.map(num).map(x => b.logScale && x !== null && all.length ? Math.max(x, floor) : x);
              const color = [C.blue, C.red, C.green, C.orange, C.pink, C.sky][i % 6];
              const line = (v, more) => Object.assign({type: 'scatter', mode: 'lines', x: b.days, y: clean(v), xaxis: 'x' + k, yaxis: 'y' + k,
                line: {width: 0}, hoverinfo: 'skip'}, more);
              traces.push(line(b.p5), line(b.p95, {fill: 'tonexty', fillcolor: tint(color, 0.18)}), line(b.p25),
                line(b.p75, {fill: 'tonexty', fillcolor: tint(color, 0.38)}),
                line(b.p50, {line: {width: 2.2, color: '#1b1f24'}, hoverinfo: undefined, hovertemplate: 'day %{x}: median %{y:.3~s}<extra></extra>'}));
              l['xaxis' + k] = axis('days since infusion', {domain: [x0, x0 + span], anchor: 'y' + k, nticks: 7, automargin: false, title: {text: 'days since infusion', standoff: 4, font: {size: 12}}});
              l['yaxis' + k] = axis('', {domain: [Math.max(0, bottom), Math.min(1, top)], anchor: 'x' + k, type: b.logScale ? 'log' : 'linear', rangemode: 'tozero',
                nticks: 6, automargin: false, dtick: b.logScale ? decades : undefined, separatethousands: true, exponentformat: most >= 1e7 ? 'power' : 'none'});
              l.annotations.push({text: '<b>' + safe(b.label) + '</b>, ' + safe(b.unit) + (b.logScale ? ' (log)' : ''), xref: 'paper', yref: 'paper', x: x0, y: top, xanchor: 'left', yanchor: 'bottom', showarrow: false, yshift: 4});
            });
            return [traces, l];
          }
          const humoral = new Set(document.getElementById('figures').dataset.humoral.split(' ').filter(x => x).map(Number));
          draw.bands = w => bands(F.bands.filter((_, i) => !humoral.has(i)), w);
          draw.humoral = w => bands(F.bands.filter((_, i) => humoral.has(i)), w);

          draw.toxicity = w => {
            const t = F.toxicity, fills = [null, C.yellow, C.orange, C.red, '#003b5c', C.black], shapes = ['', '', '.', '/', 'x', ''];
            let last = 0;
            for (const counts of [t.crs, t.icans]) counts.forEach((g, grade) => grade && g.forEach((n, d) => { if (n > 0) last = Math.max(last, d); }));
            const end = Math.min(t.days.length, Math.max(last + 3, 14)), days = t.days.slice(0, end), traces = [];
            [t.crs, t.icans].forEach((counts, i) => counts.forEach((g, grade) => {
              if (grade) traces.push({type: 'bar', name: 'Grade ' + grade, legendgroup: grade, showlegend: i === 0, x: days, y: g.slice(0, end).map(n => n > 0 ? n : null), xaxis: i ? 'x2' : 'x', yaxis: i ? 'y2' : 'y',
                marker: {color: fills[grade], line: {color: '#1b1f24', width: 0.6}, pattern: {shape: shapes[grade], size: 5, solidity: 0.35, fgcolor: grade === 4 ? '#ffffff' : '#1b1f24', fillmode: 'overlay'}},
                hovertemplate: 'day %{x}: %{y} ' + (i ? 'ICANS' : 'CRS') + '<extra>Grade ' + grade + '</extra>'});
            }));
            return [traces, onTop(layout(w, 560, {barmode: 'stack', bargap: 0.12, xaxis: axis('', {anchor: 'y', nticks: 12}),
              xaxis2: axis('days since infusion', {anchor: 'y2', matches: 'x', nticks: 12}),
              yaxis: axis('CRS, patients', {domain: [0.55, 1], rangemode: 'tozero'}), yaxis2: axis('ICANS, patients', {domain: [0, 0.45], anchor: 'x2', rangemode: 'tozero'})}), w < 480 ? 2 : 1)];
          };

          draw.swimmer = w => {
            const s = F.swimmer;
            const kinds = {waiting: ['Waiting', '#ffffff', ''], home: ['At home', '#cfe8f8', ''], hospital: ['Hospital', C.orange, ''],
              intensiveCare: ['Intensive care', C.red, 'x'], ended: ['Ended', '#ffffff', '/', '#b0b6bd']};
            const marks = {infusion: ['Infusion', 'line-ns', C.black], tocilizumab: ['Tocilizumab', 'triangle-up', C.blue, -0.2], corticosteroid: ['Corticosteroid', 'square', C.pink, 0.2],
              response: ['Response', 'star', C.green], progression: ['Progression', 'x', C.black], death: ['Death', 'circle', C.black]};
            const traces = [];
            for (const k in kinds) {
              const parts = s.flatMap((p, i) => p.segments.filter(g => g.kind === k).map(g => [i, g.from, g.to]));
              if (parts.length) traces.push({type: 'bar', orientation: 'h', name: kinds[k][0], y: parts.map(p => p[0]), base: parts.map(p => p[1]), x: parts.map(p => p[2] - p[1]), width: 0.66,
                marker: {color: kinds[k][1], line: {color: '#57606a', width: 0.8}, pattern: {shape: kinds[k][2], size: 5, solidity: 0.3, fgcolor: kinds[k][3] || '#1b1f24', fillmode: 'overlay'}},
                customdata: parts.map(p => [p[1], p[2], safe(s[p[0]].patient)]), hovertemplate: '%{customdata[2]}: day %{customdata[0]:.1f} to %{customdata[1]:.1f}<extra>' + kinds[k][0] + '</extra>'});
            }
            for (const k in marks) {
              const points = s.flatMap((p, i) => p.marks.filter(m => m.kind === k).map(m => [i, m.day]));
              if (points.length) traces.push({type: 'scatter', mode: 'markers', name: marks[k][0], x: points.map(p => p[1]), y: points.map(p => p[0] + (marks[k][3] || 0)),
                marker: {symbol: marks[k][1], color: marks[k][2], size: k === 'response' ? 12 : 9, line: {width: k === 'infusion' ? 2.5 : 1, color: k === 'infusion' ? C.black : '#ffffff'}}, hovertemplate: 'day %{x:.1f}<extra>' + marks[k][0] + '</extra>'});
            }
            const lane = s.length > 40 ? 16 : 22, rows = Math.ceil(traces.length * 132 / w);
            return [traces, onTop(layout(w, 90 + 22 * rows + lane * s.length, {barmode: 'overlay', xaxis: axis('days since infusion', {nticks: 10}),
              yaxis: axis('', {tickvals: s.map((_, i) => i), ticktext: s.map(p => safe(p.patient)), range: [s.length - 0.4, -0.6], ticks: '', tickfont: {size: 11}})}), rows)];
          };

          draw.survival = w => {
            const colors = [C.blue, C.red, C.green, C.black, C.pink], dashes = ['solid', 'dash', 'dot', 'dashdot', 'longdash'];
            const curves = F.survival.filter(c => c.time.length), traces = [];
            const months = [...new Set(curves.flatMap(c => c.atRisk.map(a => a.month)))].sort((a, b) => a - b);
            const ends = curves.map(c => Math.max(c.time[c.time.length - 1], ...c.atRisk.filter(a => a.n > 0).map(a => a.month)));
            curves.forEach((c, i) => {
              const lead = c.time[0] > 0, x = (lead ? [0] : []).concat(c.time, [ends[i]]);
              const y = v => (lead ? [1] : []).concat(v, v.slice(-1)).map(num).map(p => p === null ? null : 100 * p);
              const line = (v, more) => Object.assign({type: 'scatter', mode: 'lines', x, y: y(v), line: {width: 0, shape: 'hv'}, hoverinfo: 'skip', showlegend: false}, more);
              const color = colors[i % 5];
              traces.push(line(c.low), line(c.high, {fill: 'tonexty', fillcolor: tint(color, 0.16)}),
                line(c.s, {name: safe(c.name), showlegend: true, line: {width: 2.4, shape: 'hv', color, dash: dashes[i % 5]}, hoverinfo: undefined, hovertemplate: 'month %{x:.1f}: %{y:.0f} %<extra></extra>'}));
            });
            const step = Math.ceil(months.length / (w < 480 ? 5 : 13)), shown = months.filter((_, i) => i % step === 0);
            curves.forEach((c, i) => {
              const risk = c.atRisk.filter(a => shown.includes(a.month));
              traces.push({type: 'scatter', mode: 'text', x: risk.map(a => a.month), y: risk.map(() => i), text: risk.map(a => String(a.n)), xaxis: 'x2', yaxis: 'y2', hoverinfo: 'skip', showlegend: false, cliponaxis: false});
            });
            const height = 420 + 42 * curves.length, share = (30 + 42 * curves.length) / height, end = Math.max(1, ...ends);
            const range = [(w < 480 ? -0.08 : -0.03) * end, 1.04 * end], ticks = shown.length ? {tickvals: shown} : {};
            return [traces, onTop(layout(w, height, {
              xaxis: axis('months', Object.assign({anchor: 'y', range, domain: [0, 1]}, ticks)), xaxis2: axis('', {anchor: 'y2', range, showgrid: false, showline: false, showticklabels: false, ticks: ''}),
              yaxis: axis('without event, %', {domain: [share + 0.14, 1], range: [-1, 103], dtick: 25}),
              yaxis2: axis('', {domain: [0, share - 0.03], range: [curves.length - 0.4, -0.6], tickvals: curves.map((_, i) => i), ticktext: curves.map(c => wrap(c.name, w < 480 ? 12 : 22)), showgrid: false, showline: false, ticks: ''}),
              annotations: [{text: '<b>At risk</b>', xref: 'paper', yref: 'paper', x: 0, y: share - 0.03, xanchor: 'left', yanchor: 'bottom', showarrow: false}]}), 1)];
          };

          draw.steps = w => {
            const s = F.steps, y = s.map(x => wrap(x.name, w < 480 ? 13 : 18)), timed = s.map((x, i) => [x, y[i]]).filter(p => num(p[0].p50) !== null), narrow = w < 460;
            const mid = timed.map(p => p[0].p50);
            // Follow-up takes months and the other steps days: a logarithmic axis shows both.
            const logDays = timed.length > 0 && timed.every(p => (num(p[0].p25) ?? p[0].p50) > 0);
            const traces = [
              {type: 'scatter', mode: 'markers', name: 'Days, median (25 to 75 %)', x: mid, y: timed.map(p => p[1]), marker: {color: C.blue, size: 10},
                error_x: {type: 'data', symmetric: false, color: C.blue, thickness: 1.6, width: 5, array: timed.map(p => (num(p[0].p75) ?? p[0].p50) - p[0].p50), arrayminus: timed.map(p => p[0].p50 - (num(p[0].p25) ?? p[0].p50))},
                hovertemplate: '%{x:.1f} days<extra></extra>'},
              {type: 'bar', orientation: 'h', name: 'Mean cost', x: s.map(x => num(x.costMean)), y, xaxis: 'x2', yaxis: 'y2', marker: {color: C.orange, line: {color: '#1b1f24', width: 0.8}}, hovertemplate: '$%{x:,.0f}<extra></extra>'}];
            const labels = {type: 'category', categoryorder: 'array', categoryarray: y, range: [s.length - 0.5, -0.5], autorange: false, ticks: ''};
            return [traces, onTop(layout(w, narrow ? 180 + 84 * s.length : 120 + 46 * s.length, {bargap: 0.45,
              xaxis: axis(logDays ? 'days (log)' : 'days', Object.assign({domain: narrow ? [0, 1] : [0, 0.45], anchor: 'y'}, logDays ? {type: 'log', dtick: 1} : {rangemode: 'tozero', nticks: 6})), xaxis2: axis('USD per patient', {domain: narrow ? [0, 1] : [0.55, 1], anchor: 'y2', rangemode: 'tozero', nticks: 5, tickformat: '~s'}),
              yaxis: axis('', Object.assign({domain: narrow ? [0.58, 1] : [0, 1]}, labels)), yaxis2: axis('', Object.assign({domain: narrow ? [0, 0.42] : [0, 1], anchor: 'x2', showticklabels: narrow}, labels))}), narrow ? 2 : 1)];
          };

          \#(ArmScript.text)
          \#(DriverScript.text)

          function drawAll(width) {
            for (const id in draw) {
              const place = document.getElementById('chart-' + id);
              if (!place) continue;
              try {
                const [traces, l] = draw[id](width || Math.max(260, place.clientWidth));
                Plotly.react(place, traces, l, {displayModeBar: false, responsive: false});
              } catch (error) {
                place.textContent = 'This chart could not be drawn (' + error.message + '); its table holds the numbers.';
              }
            }
          }
          drawAll();
          let timer = 0, seen = window.innerWidth;
          window.addEventListener('resize', () => {
            if (window.innerWidth === seen) return;
            seen = window.innerWidth;
            clearTimeout(timer);
            timer = setTimeout(drawAll, 150);
          });
          window.addEventListener('beforeprint', () => drawAll(660));
          window.addEventListener('afterprint', () => drawAll());
        })();
        """#
}
