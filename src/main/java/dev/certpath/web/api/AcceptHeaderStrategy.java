package dev.certpath.web.api;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.springframework.http.HttpHeaders;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;
import org.springframework.util.InvalidMimeTypeException;
import org.springframework.util.MimeTypeUtils;
import org.springframework.web.HttpMediaTypeNotAcceptableException;
import org.springframework.web.accept.ContentNegotiationStrategy;
import org.springframework.web.context.request.NativeWebRequest;

/**
 * Reads the media types of the header {@code Accept} without their charsets: JSON is UTF-8 (RFC 8259), and so are all
 * pages. Spring's own strategy keeps them, and a response in UTF-16 or UTF-32 can't be written.
 */
final class AcceptHeaderStrategy implements ContentNegotiationStrategy {

    /** Possessive, so that the time grows with the length of the header only. */
    private static final Pattern CHARSET =
            Pattern.compile(";\\s*+charset\\s*+=\\s*+(\"[^\"]*+\"|[^;,]*+)", Pattern.CASE_INSENSITIVE);

    /** Browsers send some 200 characters. */
    private static final int MAX_LENGTH = 2_000;

    @Override
    public List<MediaType> resolveMediaTypes(NativeWebRequest request) throws HttpMediaTypeNotAcceptableException {
        var headers = request.getHeaderValues(HttpHeaders.ACCEPT);
        if (headers == null) {
            return MEDIA_TYPE_ALL_LIST;
        }
        if (Stream.of(headers).mapToInt(String::length).sum() > MAX_LENGTH) {
            throw new HttpMediaTypeNotAcceptableException("The header Accept is too long");
        }
        var withoutCharsets = Stream.of(headers)
                .map(header -> CHARSET.matcher(header).replaceAll(""))
                .toList();
        try {
            var types = MediaType.parseMediaTypes(withoutCharsets);
            MimeTypeUtils.sortBySpecificity(types);
            return types.isEmpty() ? MEDIA_TYPE_ALL_LIST : types;
        } catch (InvalidMediaTypeException | InvalidMimeTypeException invalid) { // the latter if there are too many
            throw new HttpMediaTypeNotAcceptableException("The header Accept can't be read");
        }
    }
}
