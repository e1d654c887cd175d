/** The cockpit: one live stream in, one page out. */
import { render } from 'preact';
import 'uplot/dist/uPlot.min.css';
import './cockpit.css';
import { App } from './app.js';
import { Store } from './state.js';
import { openStream } from './stream.js';

const root = document.getElementById('cockpit');
if (root === null) throw new Error('index.html has no element #cockpit');

const store = new Store(Date.now());
let asked = false;

/** Draws once per picture of the screen, however many messages came. */
function draw(): void {
  if (asked) return;
  asked = true;
  requestAnimationFrame(() => {
    asked = false;
    const { state } = store;
    render(<App state={state} nowMs={Date.now()} />, root!);
    const watts = state.frame?.scalar.groupActivePowerW;
    const name = state.description?.wijk ?? 'wijktwin';
    document.title = watts === null || watts === undefined ? name : `${Math.round(watts / 1000)} kW · ${name}`;
  });
}

openStream((name, data) => {
  store.apply(name, data, Date.now());
  draw();
});
// Ages count on when nothing comes.
setInterval(draw, 1000);
draw();
