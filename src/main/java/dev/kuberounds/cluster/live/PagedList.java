package dev.kuberounds.cluster.live;

import dev.kuberounds.cluster.Outcome;
import dev.kuberounds.cluster.http.ApiException;
import dev.kuberounds.cluster.http.ApiServer;
import dev.kuberounds.cluster.read.KeyOrder;
import dev.kuberounds.cluster.read.ObjectDecoder;
import io.fabric8.kubernetes.api.model.HasMetadata;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import org.jspecify.annotations.Nullable;

/**
 * The pages of one list, each fetched while the one before is in use. Trouble ends the list and
 * becomes its outcome.
 */
final class PagedList {

  /** What all lists of a run share. */
  record Reader(ApiServer api, ObjectDecoder decoder, int limit, ExecutorService threads) {

    /** Starts to list a kind; namespace null: in the whole cluster. */
    PagedList list(Resource resource, @Nullable String namespace) {
      return new PagedList(this, resource, namespace);
    }
  }

  private static final Outcome NOT_OF_ONE_MOMENT =
      new Outcome.Truncated(
          "the list is not of one moment: it expired on the server while it was read");

  private final Reader reader;
  private final Resource resource;
  private final @Nullable String namespace;
  private @Nullable Future<Page> ahead;
  private Outcome outcome = new Outcome.Listed();
  private String lastKey = "";
  private volatile boolean expired;
  private volatile boolean restarted;

  private PagedList(Reader reader, Resource resource, @Nullable String namespace) {
    this.reader = reader;
    this.resource = resource;
    this.namespace = namespace;
    this.ahead = fetch(null);
  }

  /** Waits for the next page; null: there is none, or trouble came instead. */
  @Nullable Page next() {
    if (ahead == null) {
      return null;
    }
    Page page = await(ahead);
    ahead = null;
    if (page != null) {
      if (expired) {
        outcome = NOT_OF_ONE_MOMENT;
      }
      page.objects().stream().map(KeyOrder::key).max(String::compareTo).ifPresent(this::reached);
      if (page.next() != null) {
        ahead = fetch(page.next());
      }
    }
    return page;
  }

  /** How the list went so far. */
  Outcome outcome() {
    return outcome;
  }

  private void reached(String key) {
    lastKey = key.compareTo(lastKey) > 0 ? key : lastKey;
  }

  private Future<Page> fetch(@Nullable String token) {
    String reached = lastKey;
    try {
      return reader.threads().submit(() -> load(token, reached));
    } catch (RejectedExecutionException e) {
      throw stopped();
    }
  }

  private @Nullable Page await(Future<Page> page) {
    try {
      return page.get();
    } catch (ExecutionException e) {
      if (reader.threads().isShutdown()) {
        throw stopped();
      }
      if (!(e.getCause() instanceof ApiException trouble)) {
        throw new IllegalStateException("cannot list " + resource.plural(), e.getCause());
      }
      outcome =
          trouble.unreadable() && !resource.exact()
              ? new Outcome.Absent(
                  "served as %s only, which does not fit %s: %s"
                      .formatted(
                          resource.apiVersion(),
                          resource.kind().apiVersion(),
                          trouble.getMessage()))
              : trouble.outcome();
      return null;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CancellationException("reading was interrupted");
    }
  }

  private static CancellationException stopped() {
    return new CancellationException("reading was stopped");
  }

  private Page load(@Nullable String token, String reached)
      throws ApiException, InterruptedException {
    try {
      return unseen(get(token), reached);
    } catch (ApiException e) {
      // The API server forgets a list after some minutes, but offers to go on with a newer one.
      if (e.code() != 410 || token == null || e.token() == null && restarted) {
        throw e;
      }
      expired = true;
      restarted |= e.token() == null;
      return unseen(get(e.token()), reached);
    }
  }

  private Page get(@Nullable String token) throws ApiException, InterruptedException {
    return reader
        .api()
        .get(
            resource.path(namespace, reader.limit(), token),
            resource.accept(),
            body -> Page.read(body, resource, reader.decoder()));
  }

  /** A list that had to begin again repeats what was read before. */
  private Page unseen(Page page, String reached) {
    if (!restarted) {
      return page;
    }
    List<HasMetadata> objects =
        page.objects().stream()
            .filter(object -> KeyOrder.key(object).compareTo(reached) > 0)
            .toList();
    return new Page(objects, page.next());
  }
}
