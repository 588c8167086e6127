package cn.gongkai.sync.site;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.io.InputStream;
import org.jboss.resteasy.reactive.RestResponse;

/// A desk that takes receipts, as the REST client sees it; [HttpDesk] is the face it shows.
@Path("/")
interface DeskRestClient {

  @POST
  @Consumes("application/x-ndjson")
  RestResponse<InputStream> send(
      @HeaderParam("Content-Encoding") String encoding,
      @HeaderParam("Accept") String accept,
      byte[] batch);
}
