package dev.kuberounds.report.markup;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Collection;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** The hosts a report may link to. */
final class LinkHosts {

  private final Set<String> hosts = new TreeSet<>();

  LinkHosts(Collection<String> hosts) {
    hosts.forEach(host -> this.hosts.add(host.toLowerCase(Locale.ROOT)));
  }

  /** The address in plain ASCII if it may be linked to. */
  Optional<String> allowed(String address) {
    try {
      URI uri = new URI(address);
      boolean allowed =
          "https".equalsIgnoreCase(uri.getScheme())
              && uri.getHost() != null
              && uri.getUserInfo() == null
              && uri.getPort() == -1
              && hosts.contains(uri.getHost().toLowerCase(Locale.ROOT));
      return allowed ? Optional.of(uri.toASCIIString()) : Optional.empty();
    } catch (URISyntaxException e) {
      return Optional.empty();
    }
  }
}
