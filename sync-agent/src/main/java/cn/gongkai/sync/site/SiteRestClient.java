package cn.gongkai.sync.site;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.io.InputStream;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/// The published site as the REST client sees it; [HttpSite] is the face it shows to the agent.
@Path("/")
interface SiteRestClient {

  @GET
  @Path("metadata/{name}")
  RestResponse<InputStream> metadata(@PathParam("name") String name);

  @GET
  @Path("acknowledged.json")
  RestResponse<InputStream> acknowledged();

  @GET
  @Path("targets/ch/{channel}/{name}")
  RestResponse<InputStream> segment(
      @PathParam("channel") String channel,
      @PathParam("name") String name,
      @HeaderParam("Range") @Nullable String range);

  @GET
  @Path("blobs/{prefix}/{name}")
  RestResponse<InputStream> blob(
      @PathParam("prefix") String prefix,
      @PathParam("name") String name,
      @HeaderParam("Range") @Nullable String range);
}
