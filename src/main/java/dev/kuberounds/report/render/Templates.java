package dev.kuberounds.report.render;

import dev.kuberounds.report.text.Formats;
import dev.kuberounds.report.text.Words;
import freemarker.cache.ClassTemplateLoader;
import freemarker.cache.ConditionalTemplateConfigurationFactory;
import freemarker.cache.FileNameGlobMatcher;
import freemarker.cache.FirstMatchTemplateConfigurationFactory;
import freemarker.cache.TemplateConfigurationFactory;
import freemarker.core.TemplateClassResolver;
import freemarker.core.TemplateConfiguration;
import freemarker.template.Configuration;
import freemarker.template.TemplateException;
import freemarker.template.TemplateExceptionHandler;
import freemarker.template.TemplateMethodModelEx;
import freemarker.template.TemplateModelException;
import freemarker.template.TemplateNumberModel;
import freemarker.template.TemplateScalarModel;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TimeZone;

/** The templates of the jar, for one language. */
public final class Templates {

  private final Configuration configuration;
  private final Words words;
  private final Formats formats;

  public Templates(Words words, Formats formats) {
    this.words = words;
    this.formats = formats;
    this.configuration = configuration();
  }

  /**
   * Writes a template. It sees the model and {@code t} (words), {@code plural}, {@code f} (dates
   * and numbers).
   */
  public String render(String name, Map<String, Object> model) {
    Map<String, Object> data = new HashMap<>(model);
    data.put("f", formats);
    data.put("t", (TemplateMethodModelEx) this::word);
    data.put("plural", (TemplateMethodModelEx) this::plural);
    StringWriter out = new StringWriter();
    try {
      configuration.getTemplate(name).process(data, out);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read the template " + name, e);
    } catch (TemplateException e) {
      throw new IllegalStateException("cannot write the template " + name, e);
    }
    return out.toString();
  }

  private Object word(List<?> arguments) throws TemplateModelException {
    Object[] values = new Object[arguments.size() - 1];
    for (int i = 0; i < values.length; i++) {
      values[i] = text(arguments.get(i + 1));
    }
    return words.text(text(arguments.getFirst()), values);
  }

  private Object plural(List<?> arguments) throws TemplateModelException {
    long number = ((TemplateNumberModel) arguments.get(1)).getAsNumber().longValue();
    Object[] values = new Object[arguments.size() - 2];
    for (int i = 0; i < values.length; i++) {
      values[i] = text(arguments.get(i + 2));
    }
    return words.plural(text(arguments.getFirst()), number, formats.number(number), values);
  }

  private String text(Object argument) throws TemplateModelException {
    return argument instanceof TemplateNumberModel number
        ? formats.number(number.getAsNumber().longValue())
        : ((TemplateScalarModel) argument).getAsString();
  }

  private static Configuration configuration() {
    Configuration configuration = new Configuration(Configuration.VERSION_2_3_34);
    configuration.setTemplateLoader(new ClassTemplateLoader(Templates.class, "/templates/"));
    configuration.setTemplateUpdateDelayMilliseconds(Long.MAX_VALUE);
    configuration.setLocalizedLookup(false);
    configuration.setLocale(Locale.ROOT);
    configuration.setTimeZone(TimeZone.getTimeZone("UTC"));
    configuration.setNumberFormat("computer");
    configuration.setDefaultEncoding(StandardCharsets.UTF_8.name());
    configuration.setOutputEncoding(StandardCharsets.UTF_8.name());
    configuration.setNewBuiltinClassResolver(TemplateClassResolver.ALLOWS_NOTHING_RESOLVER);
    configuration.setAPIBuiltinEnabled(false);
    configuration.setTemplateExceptionHandler(TemplateExceptionHandler.RETHROW_HANDLER);
    configuration.setLogTemplateExceptions(false);
    configuration.setWrapUncheckedExceptions(true);
    configuration.setFallbackOnNullLoopVariable(false);
    // The standard extensions would choose FreeMarker's own escaping over ours.
    configuration.setRecognizeStandardFileExtensions(false);
    configuration.setTemplateConfigurations(
        new FirstMatchTemplateConfigurationFactory(
                output("*.ftlh", SafeOutput.HTML),
                output("*.md.ftl", SafeOutput.MARKDOWN),
                output("*.txt.ftl", SafeOutput.PLAIN))
            .allowNoMatch(false));
    return configuration;
  }

  private static TemplateConfigurationFactory output(String glob, SafeOutput format) {
    TemplateConfiguration configuration = new TemplateConfiguration();
    configuration.setOutputFormat(format);
    return new ConditionalTemplateConfigurationFactory(
        new FileNameGlobMatcher(glob), configuration);
  }
}
