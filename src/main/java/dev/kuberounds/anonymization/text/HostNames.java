package dev.kuberounds.anonymization.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Tells host names from the other words with dots: fields, files, versions, classes. In doubt it is
 * a host.
 */
final class HostNames {

  private static final Pattern DOTTED =
      Pattern.compile("(?<![A-Za-z0-9_.-])\\w[\\w-]*+(?:\\.\\w[\\w-]*+)++(?![A-Za-z0-9_-])");

  private static final Set<String> TOP =
      words(
          "com net org edu gov mil int io dev app cloud ai co info biz me tv xyz online site tech"
              + " store shop local internal intranet lan corp home localdomain arpa eu example"
              + " invalid test");

  /** Endings of files that are also countries: a file if a line number or a folder is beside it. */
  private static final Set<String> FILES_OR_COUNTRIES = words("rs sh py so md cc");

  private static final Set<String> FILES =
      words("go js ts java yaml yml json conf cfg txt log xml toml ini rb cpp h c class jar crt");

  private static final Pattern PUBLIC =
      Pattern.compile(
          "(?:.*\\.)?(?:kubernetes\\.io|k8s\\.io|argoproj\\.io|istio\\.io|cert-manager\\.io"
              + "|prometheus\\.io|coreos\\.com|cattle\\.io|openshift\\.io|projectcalico\\.org"
              + "|cilium\\.io|fluxcd\\.io|crossplane\\.io|tekton\\.dev|knative\\.dev|linkerd\\.io"
              + "|keda\\.sh|operatorframework\\.io|x-k8s\\.io)"
              + "|docker\\.io|index\\.docker\\.io|quay\\.io|ghcr\\.io|gcr\\.io|mcr\\.microsoft\\.com"
              + "|public\\.ecr\\.aws|helm\\.sh|cluster\\.local"
              + "|(?:java|javax|jakarta|jdk|sun|kotlin|scala|com\\.sun|com\\.fasterxml|io\\.netty"
              + "|org\\.springframework|org\\.apache|org\\.hibernate|org\\.postgresql|com\\.mysql"
              + "|com\\.zaxxer|redis\\.clients|github\\.com|golang\\.org)(?:\\..*)?");

  /** Roots of the fields of an object: {@code spec.app} is no host. */
  private static final Set<String> FIELDS = words("spec status metadata data");

  private static final Pattern PORT = Pattern.compile(":\\d{2,5}(?!\\d)");

  private static final Set<String> COUNTRIES =
      Stream.of(Locale.getISOCountries())
          .map(country -> country.toLowerCase(Locale.ROOT))
          .collect(Collectors.toUnmodifiableSet());

  private HostNames() {}

  /** Parts of the text that name hosts, or the Service and namespace of a cluster-internal name. */
  static List<Span> find(String text) {
    List<Span> found = new ArrayList<>();
    Matcher matcher = DOTTED.matcher(text);
    while (matcher.find()) {
      String[] labels = matcher.group().toLowerCase(Locale.ROOT).split("\\.");
      int svc = List.of(labels).indexOf("svc");
      if (svc > 0 && inCluster(labels, svc)) {
        found.addAll(clusterName(matcher.start(), labels, svc));
      } else if (isHost(labels, text, matcher)) {
        found.add(new Span(matcher.start(), matcher.end(), "host"));
      }
    }
    return found;
  }

  /** True for hosts that everybody uses. */
  static boolean isPublic(String host) {
    return PUBLIC.matcher(host.toLowerCase(Locale.ROOT)).matches();
  }

  private static boolean isHost(String[] labels, String text, Matcher matcher) {
    String last = labels[labels.length - 1];
    if (FIELDS.contains(labels[0]) || FILES.contains(last) || isPublic(String.join(".", labels))) {
      return false;
    }
    if (FILES_OR_COUNTRIES.contains(last)) {
      boolean inFolder = matcher.start() > 0 && text.charAt(matcher.start() - 1) == '/';
      boolean atLine = text.startsWith(":", matcher.end());
      return !inFolder && !atLine;
    }
    boolean reversed = labels.length > 2 && TOP.contains(labels[0]); // com.example.shop.Checkout
    boolean withPort = PORT.matcher(text).region(matcher.end(), text.length()).lookingAt();
    boolean named = withPort && Character.isLetter(last.charAt(0)); // 10.0.0.1:80 is an address
    return named
        || reversed
        || List.of(labels).contains("svc")
        || TOP.contains(last)
        || COUNTRIES.contains(last);
  }

  private static boolean inCluster(String[] labels, int svc) {
    String rest = String.join(".", List.of(labels).subList(svc + 1, labels.length));
    return rest.isEmpty() || rest.equals("cluster.local");
  }

  /** {@code service.namespace.svc.cluster.local}: the model may know which is which. */
  private static List<Span> clusterName(int start, String[] labels, int svc) {
    List<Span> parts = new ArrayList<>();
    int at = start;
    for (int i = 0; i < svc; i++) {
      String type = i == svc - 1 ? "namespace" : i == svc - 2 ? "service" : "host";
      parts.add(new Span(at, at + labels[i].length(), type));
      at += labels[i].length() + 1;
    }
    return parts;
  }

  private static Set<String> words(String list) {
    return Set.of(list.split(" "));
  }
}
