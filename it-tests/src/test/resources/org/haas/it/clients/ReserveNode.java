import com.fasterxml.jackson.databind.ObjectMapper;
import org.haas.client.api.NodesApi;
import org.haas.client.invoker.ApiClient;
import org.haas.client.invoker.ApiException;
import org.haas.client.model.NodeBody;
import org.haas.client.model.Problem;
import org.haas.client.model.ReserveNodeRequest;

/** Reserves a node, tries once more, and gives it back: by the client that was generated. */
public class ReserveNode {
  public static void main(String[] given) throws Exception {
    ApiClient client = new ApiClient();
    client.updateBaseUri(given[0]);
    client.setRequestInterceptor(
        request -> request.setHeader("Authorization", "Bearer " + System.getenv("HAAS_TOKEN")));
    NodesApi nodes = new NodesApi(client);
    ReserveNodeRequest wish = new ReserveNodeRequest().project(given[2]);
    NodeBody reserved = nodes.reserveNode(given[1], wish);
    System.out.println(reserved.getName() + " " + reserved.getState() + " " + reserved.getProject());
    try {
      nodes.reserveNode(given[1], wish);
    } catch (ApiException refused) {
      Problem problem = new ObjectMapper().readValue(refused.getResponseBody(), Problem.class);
      System.out.println(refused.getCode() + " " + problem.getType().getValue());
      System.out.println(problem.getDetail());
    }
    System.out.println(nodes.releaseNode(given[1], null).getState());
  }
}
