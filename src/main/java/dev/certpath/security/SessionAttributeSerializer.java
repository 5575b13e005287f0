package dev.certpath.security;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.ObjectInputFilter;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.ConfigurableObjectInputStream;
import org.springframework.core.convert.ConversionService;
import org.springframework.core.convert.TypeDescriptor;
import org.springframework.core.convert.converter.GenericConverter;
import org.springframework.core.convert.support.GenericConversionService;
import org.springframework.core.serializer.support.SerializingConverter;

/**
 * Converts session attributes to bytes and back. Attributes that can't be deserialized, such as those of another version
 * of the application, are read as {@code null}: the user has to log in again. Only classes of an allow list are
 * deserialized, and only so many objects, so that write access to the table is no way to run code, to send requests to other
 * servers or to use up memory.
 */
final class SessionAttributeSerializer {

    private static final Logger LOG = LoggerFactory.getLogger(SessionAttributeSerializer.class);

    private static final ObjectInputFilter ALLOWED_CLASSES = ObjectInputFilter.Config.createFilter(String.join(
            ";",
            "dev.certpath.web.desk.**",
            "org.springframework.security.**",
            "org.springframework.web.servlet.FlashMap",
            "org.springframework.util.*",
            "java.lang.*",
            "java.time.*",
            "java.util.*",
            "java.util.concurrent.*",
            "maxdepth=50",
            "maxrefs=20000",
            "maxarray=20000",
            "maxbytes=200000",
            "!*"));

    private SessionAttributeSerializer() {}

    static ConversionService conversionService() {
        var conversionService = new GenericConversionService();
        conversionService.addConverter(Object.class, byte[].class, new SerializingConverter());
        conversionService.addConverter(new DeserializingConverter());
        return conversionService;
    }

    private static final class DeserializingConverter implements GenericConverter {

        @Override
        public Set<ConvertiblePair> getConvertibleTypes() {
            return Set.of(new ConvertiblePair(byte[].class, Object.class));
        }

        @Override
        public @Nullable Object convert(@Nullable Object bytes, TypeDescriptor source, TypeDescriptor target) {
            return bytes == null ? null : deserialize((byte[]) bytes);
        }
    }

    private static @Nullable Object deserialize(byte[] bytes) {
        try (var input = new ConfigurableObjectInputStream(
                new ByteArrayInputStream(bytes), SessionAttributeSerializer.class.getClassLoader())) {
            input.setObjectInputFilter(ALLOWED_CLASSES);
            return input.readObject();
        } catch (IOException | ClassNotFoundException | RuntimeException | LinkageError cause) {
            LOG.info(
                    "Ignored a session attribute that can't be deserialized: {}",
                    cause.getClass().getSimpleName());
            return null;
        }
    }
}
