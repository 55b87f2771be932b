// Reserves a node, tries once more, and gives it back: by the client that was generated.
import { Configuration, NodesApi, ProblemFromJSON, ResponseError } from './client';

declare const process: { argv: string[]; env: Record<string, string | undefined>; exit(code: number): void };

async function main(url: string, node: string, project: string): Promise<void> {
  const nodes = new NodesApi(
    new Configuration({ basePath: url, accessToken: process.env.HAAS_TOKEN }),
  );
  const wish = { node, reserveNodeRequest: { project } };
  const reserved = await nodes.reserveNode(wish);
  console.log(`${reserved.name} ${reserved.state} ${reserved.project}`);
  try {
    await nodes.reserveNode(wish);
  } catch (refused) {
    if (!(refused instanceof ResponseError)) {
      throw refused;
    }
    const problem = ProblemFromJSON(await refused.response.json());
    console.log(`${refused.response.status} ${problem.type}`);
    console.log(problem.detail);
  }
  console.log((await nodes.releaseNode({ node })).state);
}

main(process.argv[2], process.argv[3], process.argv[4]).catch((failed: unknown) => {
  console.error(failed);
  process.exit(1);
});
