/** The look of the report: light, one column, prints on A4. */
import { Html } from './html.js';

export const COLORS = {
  power: '#1f5fa8',
  quarter: '#a9c6e8',
  over: '#e08b7d',
  unjudged: '#d8dde2',
  limit: '#c0392b',
  inflexible: '#6b7885',
  transformer: '#1f5fa8',
  cable: '#8a5a9e',
  voltage: '#9fc3b3',
  voltageEdge: '#2f7f62',
  kinds: {
    household: '#8494a6',
    business: '#b79b7c',
    'heat-plant': '#cf6a4a',
    'heat-pump': '#e5a564',
    battery: '#3f9276',
    pv: '#e3c84f',
    'ev-charger': '#5b7fb8',
  } as Readonly<Record<string, string>>,
  otherKind: '#a59ab8',
  sources: { model: '#cdd5dd', device: '#3f9276', fallback: '#e0903c' },
} as const;

export const STYLE = new Html(`
:root { --ink:#1d2831; --soft:#5b6975; --line:#dbe2e8; --pass:#1e7d4f; --inconclusive:#a86400; --fail:#b3261e; --aborted:#5b6975; --error:#7a1fa2; }
* { box-sizing:border-box }
html { background:#f3f5f7 }
body { margin:0 auto; max-width:1080px; padding:40px 48px 56px; background:#fff; color:var(--ink);
  font:14px/1.5 "Inter","Segoe UI","Helvetica Neue","Liberation Sans",Arial,sans-serif; -webkit-print-color-adjust:exact; print-color-adjust:exact }
header { display:flex; justify-content:space-between; align-items:flex-start; gap:32px; padding-bottom:18px; border-bottom:3px solid var(--ink) }
.kicker { margin:0 0 4px; color:var(--soft); font-size:12px; letter-spacing:.08em; text-transform:uppercase }
h1 { margin:0; font-size:27px; line-height:1.2; letter-spacing:-.01em }
h2 { margin:38px 0 10px; padding-bottom:5px; font-size:17px; border-bottom:1px solid var(--line) }
h3 { margin:20px 0 6px; font-size:14px }
p { margin:6px 0 }
.lead { margin:16px 0 0; font-size:16px }
.verdict { flex:none; min-width:148px; padding:12px 20px; color:#fff; text-align:center; border-radius:6px }
.verdict b { display:block; font-size:22px; letter-spacing:.02em; text-transform:uppercase }
.verdict span { font-size:12px; opacity:.92 }
.pass { --c:var(--pass) } .inconclusive { --c:var(--inconclusive) } .fail { --c:var(--fail) } .aborted { --c:var(--aborted) } .error { --c:var(--error) }
.verdict { background:var(--c) }
.badge { display:inline-block; padding:1px 9px; font-size:12px; font-weight:600; color:var(--c); border:1px solid var(--c); border-radius:10px; white-space:nowrap }
.facts { display:grid; grid-template-columns:repeat(3,1fr); gap:14px 28px; margin:22px 0 0 }
.facts div { min-width:0; overflow-wrap:anywhere }
.facts dt, .facts div > small { display:block; color:var(--soft); font-size:12px }
table { width:100%; border-collapse:collapse; font-size:13px; font-variant-numeric:tabular-nums }
th { padding:6px 10px 6px 0; color:var(--soft); font-size:12px; font-weight:600; text-align:left; vertical-align:bottom; border-bottom:1.5px solid var(--ink) }
td { padding:7px 10px 7px 0; vertical-align:top; border-bottom:1px solid var(--line); overflow-wrap:anywhere }
th:last-child, td:last-child { padding-right:0 }
.n { text-align:right; white-space:nowrap }
td small { display:block; color:var(--soft); font-size:12px; line-height:1.4 }
tbody tr { break-inside:avoid }
.nowrap { white-space:nowrap }
ul.remarks { margin:14px 0 0; padding:10px 14px 10px 30px; background:#f6f8fa; border-left:3px solid #9aa6b1 }
figure { margin:20px 0 0; break-inside:avoid }
figcaption b { color:var(--soft); font-weight:400 }
figcaption { display:flex; flex-wrap:wrap; gap:2px 22px; justify-content:space-between; margin-bottom:2px; font-weight:600; font-size:13px }
.legend { display:flex; flex-wrap:wrap; gap:2px 14px; color:var(--soft); font-weight:400; font-size:12px }
.key i { display:inline-block; width:11px; height:11px; margin-right:5px; border-radius:2px; vertical-align:-1px }
svg { display:block; width:100%; height:auto }
svg text { font:11px "Inter","Segoe UI","Helvetica Neue","Liberation Sans",Arial,sans-serif; fill:#5b6975 }
.two { display:grid; grid-template-columns:1fr 1fr; gap:0 26px }
code { font:12px "DejaVu Sans Mono",Menlo,Consolas,monospace; overflow-wrap:anywhere }
.signs { display:grid; grid-template-columns:1fr 1fr; gap:0 40px; break-inside:avoid }
.sign { padding-top:8px }
.sign div { display:flex; gap:10px; margin-top:16px; color:var(--soft); font-size:12px }
.sign div::after { content:""; flex:1; border-bottom:1px solid #8b98a4 }
.sign div.tall { margin-top:44px }
footer { margin-top:40px; padding-top:10px; color:var(--soft); font-size:12px; border-top:1px solid var(--line) }
@page { size:A4; margin:14mm 13mm }
@media print { html { background:none } body { max-width:none; padding:0; font-size:11.5px } table { font-size:10.5px } small, td small, .facts dt, .facts div > small, .legend, .badge, th { font-size:9.5px } h1 { font-size:22px } h2 { margin-top:26px } .lead { font-size:13px } td { padding:5px 8px 5px 0 } h2 { break-after:avoid } .facts { gap:8px 20px } }
@media screen and (max-width:720px) { body { padding:20px } header { flex-direction:column } .facts, .two, .signs { grid-template-columns:1fr } }
`);
