/** The report of the experiment's run, as the bench wrote it: a page of its own that may load nothing from anywhere. */
import type { FastifyInstance } from 'fastify';
import type { ExperimentServiceClient } from '#proto/services.js';
import type { wijk } from '#proto/wijk.js';
import { unary } from './grpc.js';

const REPORT_POLICY =
  "default-src 'none'; style-src 'unsafe-inline'; script-src 'unsafe-inline'; img-src data:; sandbox allow-scripts";

export function addReport(server: FastifyInstance, experiments: ExperimentServiceClient): void {
  const schema = {
    params: { type: 'object', properties: { runId: { type: 'string', minLength: 1, maxLength: 200 } } },
  };
  server.get<{ Params: { runId: string } }>('/report/:runId', { schema }, async (request, reply) => {
    const { runId } = request.params;
    const { html } = await unary<wijk.v1.GetReportResponse>('bench', undefined, (options, done) =>
      experiments.getReport({ runId }, options, done),
    );
    return reply.header('content-security-policy', REPORT_POLICY).type('text/html; charset=utf-8').send(html);
  });
}
