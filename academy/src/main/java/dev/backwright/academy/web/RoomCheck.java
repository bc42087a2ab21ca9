package dev.backwright.academy.web;

import dev.backwright.academy.platform.CannotAnswer;
import dev.backwright.academy.platform.Room;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Set;
import org.springframework.web.servlet.HandlerInterceptor;

/// Takes nothing in while the disk is as good as full: a database that writes until nothing is left stops altogether,
/// and then nothing can be read any more either.
final class RoomCheck implements HandlerInterceptor {

    private static final Set<String> WRITE = Set.of("POST", "PUT");

    private final Room room;

    RoomCheck(Room room) {
        this.room = room;
    }

    @Override
    public boolean preHandle(
            HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (WRITE.contains(request.getMethod()) && room.isShort()) {
            throw CannotAnswer.noRoom(room.says() + " " + Room.WHAT_TO_DO);
        }
        return true;
    }
}
