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
 * What sessions hold, as bytes and back. Bytes that can't be read, such as those of another version of the application,
 * count as nothing: whoever comes with such a session is asked to log in. Only classes that belong into a session are
 * made from bytes, so that writing to its table is not a way to run code.
 */
final class SessionAttributeSerializer {

    private static final Logger LOG = LoggerFactory.getLogger(SessionAttributeSerializer.class);

    private static final ObjectInputFilter BELONGS = ObjectInputFilter.Config.createFilter(String.join(
            ";",
            "dev.certpath.accounts.*",
            "dev.certpath.web.desk.**",
            "org.springframework.security.**",
            "org.springframework.web.servlet.FlashMap",
            "org.springframework.util.*",
            "java.base/*",
            "!*"));

    private SessionAttributeSerializer() {}

    static ConversionService conversion() {
        var conversion = new GenericConversionService();
        conversion.addConverter(Object.class, byte[].class, new SerializingConverter());
        conversion.addConverter(new FromBytes());
        return conversion;
    }

    private static final class FromBytes implements GenericConverter {

        @Override
        public Set<ConvertiblePair> getConvertibleTypes() {
            return Set.of(new ConvertiblePair(byte[].class, Object.class));
        }

        @Override
        public @Nullable Object convert(@Nullable Object bytes, TypeDescriptor from, TypeDescriptor to) {
            return bytes == null ? null : read((byte[]) bytes);
        }
    }

    private static @Nullable Object read(byte[] bytes) {
        try (var contents = new ConfigurableObjectInputStream(
                new ByteArrayInputStream(bytes), SessionAttributeSerializer.class.getClassLoader())) {
            contents.setObjectInputFilter(BELONGS);
            return contents.readObject();
        } catch (IOException | ClassNotFoundException | RuntimeException | LinkageError unreadable) {
            LOG.info(
                    "Something in a session can't be read and is left out: {}",
                    unreadable.getClass().getSimpleName());
            return null;
        }
    }
}
