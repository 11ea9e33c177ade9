package org.licencedesk.web.history;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import org.licencedesk.kernel.Sha256;
import org.licencedesk.launcher.EmbeddedDatabase;
import org.licencedesk.web.history.Answer.Done;
import org.licencedesk.web.history.Answer.Read;
import org.licencedesk.web.history.Answer.ReadStatus;
import org.licencedesk.web.history.Answer.Refused;
import org.licencedesk.web.history.Operation.Add;
import org.licencedesk.web.history.Operation.Correct;
import org.licencedesk.web.history.Operation.Delete;
import org.licencedesk.web.history.Operation.Raise;
import org.licencedesk.web.history.Operation.ReadUser;
import org.licencedesk.web.history.Operation.SetStatus;
import org.licencedesk.web.history.Tables.Increase;

/**
 * The rules of seats for one tenant in plain JDBC on a real database, right or with one fault, so that the checker can be
 * seen to find it.
 */
final class SeatServer {

    /** What is wrong with it. */
    enum Fault {
        /** Nothing. */
        NONE,
        /** The figures are read first, and the row is locked afterwards. */
        LOCK_AFTER_FIRST_READ,
        /** One write in a hundred is answered as done, and rolled back. */
        LOST_WRITE,
        /** One write in a hundred is answered as refused, and committed. */
        WRITE_IN_SPITE_OF_REFUSAL,
        /** One write in three is committed when somebody has read since it was answered, or a moment later. */
        LATE_COMMIT,
        /** The answer's figures are those of before the change. */
        FIGURES_OF_BEFORE,
        /** Whether a seat is available is decided by figures that are read anew only every tenth time. */
        REFUSAL_BY_OLD_FIGURES,
        /** What is read is read anew only every tenth time. */
        OLD_READING
    }

    private static final Duration LATE = Duration.ofMillis(40);

    private static final DateTimeFormatter INSTANT = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSSSS");

    private static final String SCHEMA = """
            create table seat_allowance (maximum int not null, occupied int not null, seq bigint not null,
              hash char(64) not null, at varchar(30) not null);
            create table seat_user (id char(36) not null primary key, name varchar(50) not null,
              status varchar(10) not null);
            create table seat_entry (seq bigint not null primary key, at varchar(30) not null, actor varchar(50) not null,
              kind varchar(20) not null, user char(36) not null, status varchar(10) not null, reason varchar(50) not null,
              maximum int not null, occupied int not null, previous_hash char(64) not null, hash char(64) not null);
            create table seat_increase (seq bigint not null primary key, raised_from int not null, raised_to int not null)
            """;

    private final EmbeddedDatabase database;

    private final String name;

    private final Fault fault;

    private final AtomicInteger writes = new AtomicInteger();

    private final AtomicLong readingsBegun = new AtomicLong();

    private final AtomicLong newestReadingAnswered = new AtomicLong();

    private SeatServer(EmbeddedDatabase database, String name, Fault fault) {
        this.database = database;
        this.name = name;
        this.fault = fault;
    }

    /** @return a tenant of its own with so many seats, none of them occupied */
    static SeatServer start(EmbeddedDatabase database, Fault fault, int maximum) throws SQLException {
        String name = "seats_" + fault.name().toLowerCase(Locale.ROOT);
        try (Connection connection = database.connect("");
                Statement statement = connection.createStatement()) {
            statement.execute("drop database if exists " + name);
        }
        database.createDatabase(name);
        SeatServer server = new SeatServer(database, name, fault);
        try (Connection connection = database.connect(name);
                Statement statement = connection.createStatement()) {
            for (String table : SCHEMA.split(";", -1)) {
                statement.execute(table);
            }
            statement.execute("insert into seat_allowance values (0, 0, 0, repeat('0', 64), '')");
            connection.setAutoCommit(false);
            Writing first = server.new Writing(connection, "operator");
            first.lock();
            first.maximum = maximum;
            first.record("TENANT_CREATED", "", "", "");
            first.store();
            connection.commit();
        }
        return server;
    }

    /** @return a door for one client, with a connection of its own */
    SeatDoor door(String actor) throws SQLException {
        return new SeatDoor(actor);
    }

    /** @return all entries */
    List<Entry> ledger() throws SQLException {
        List<Entry> entries = new ArrayList<>();
        try (Connection connection = database.connect(name);
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("select * from seat_entry order by seq")) {
            while (row.next()) {
                entries.add(new Entry(
                        row.getLong("seq"),
                        row.getString("at"),
                        row.getString("actor"),
                        row.getString("kind"),
                        row.getString("user"),
                        row.getString("status"),
                        row.getString("reason"),
                        new Figures(row.getInt("maximum"), row.getInt("occupied")),
                        row.getString("previous_hash"),
                        row.getString("hash")));
            }
        }
        return entries;
    }

    /** @return what the tables say */
    Tables tables() throws SQLException {
        Map<String, String> statuses = new HashMap<>();
        Map<String, String> names = new HashMap<>();
        List<Increase> increases = new ArrayList<>();
        try (Connection connection = database.connect(name);
                Statement statement = connection.createStatement()) {
            try (ResultSet row = statement.executeQuery("select id, name, status from seat_user")) {
                while (row.next()) {
                    names.put(row.getString("id"), row.getString("name"));
                    statuses.put(row.getString("id"), row.getString("status"));
                }
            }
            try (ResultSet row = statement.executeQuery("select * from seat_increase order by seq")) {
                while (row.next()) {
                    increases.add(new Increase(row.getInt("raised_from"), row.getInt("raised_to")));
                }
            }
            try (ResultSet row = statement.executeQuery("select * from seat_allowance")) {
                row.next();
                return new Tables(
                        new Figures(row.getInt("maximum"), row.getInt("occupied")),
                        row.getLong("seq"),
                        row.getString("hash"),
                        statuses,
                        names,
                        increases);
            }
        }
    }

    /** The tenant in one transaction. */
    private final class Writing {

        private final Connection connection;

        private final String actor;

        private final String now =
                LocalDateTime.ofInstant(Instant.now(), ZoneOffset.UTC).format(INSTANT);

        private int maximum;

        private int occupied;

        private long sequence;

        private String hash = "";

        private String at = "";

        Writing(Connection connection, String actor) {
            this.connection = connection;
            this.actor = actor;
        }

        void lock() throws SQLException {
            if (fault == Fault.LOCK_AFTER_FIRST_READ) {
                read("select * from seat_allowance");
                int maximumBefore = maximum;
                int occupiedBefore = occupied;
                read("select * from seat_allowance for update");
                maximum = maximumBefore;
                occupied = occupiedBefore;
            } else {
                read("select * from seat_allowance for update");
            }
        }

        private void read(String sql) throws SQLException {
            try (Statement statement = connection.createStatement();
                    ResultSet row = statement.executeQuery(sql)) {
                row.next();
                maximum = row.getInt("maximum");
                occupied = row.getInt("occupied");
                sequence = row.getLong("seq");
                hash = row.getString("hash");
                at = row.getString("at").compareTo(now) > 0 ? row.getString("at") : now;
            }
        }

        Figures figures() {
            return new Figures(maximum, occupied);
        }

        void record(String kind, String user, String status, String reason) throws SQLException {
            sequence++;
            String previous = hash;
            hash = HexFormat.of()
                    .formatHex(Sha256.of(String.join(
                            "\n", previous, Long.toString(sequence), at, actor, kind, user, status, reason)));
            update(
                    "insert into seat_entry values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                    sequence,
                    at,
                    actor,
                    kind,
                    user,
                    status,
                    reason,
                    maximum,
                    occupied,
                    previous,
                    hash);
        }

        void raise(int to) throws SQLException {
            update("insert into seat_increase values (?, ?, ?)", sequence + 1, maximum, to);
            maximum = to;
            record("ALLOWANCE_RAISED", "", "", "");
            record("TERMS_ACCEPTED", "", "", "");
        }

        void move(String user, String before, String after) throws SQLException {
            update("update seat_user set status = ? where id = ?", after, user);
            occupied += seats(after) - seats(before);
            record(
                    seats(after) == seats(before)
                            ? "USER_CHANGED"
                            : seats(after) > seats(before) ? "SEAT_TAKEN" : "SEAT_RELEASED",
                    user,
                    after,
                    "");
        }

        void store() throws SQLException {
            update(
                    "update seat_allowance set maximum = ?, occupied = ?, seq = ?, hash = ?, at = ?",
                    maximum,
                    occupied,
                    sequence,
                    hash,
                    at);
        }

        void update(String sql, Object... values) throws SQLException {
            try (PreparedStatement statement = connection.prepareStatement(sql)) {
                for (int i = 0; i < values.length; i++) {
                    statement.setObject(i + 1, values[i]);
                }
                statement.executeUpdate();
            }
        }

        /** @return the status, or blank where there is no such user */
        String status(String user) throws SQLException {
            try (PreparedStatement statement =
                    connection.prepareStatement("select status from seat_user where id = ?")) {
                statement.setString(1, user);
                try (ResultSet row = statement.executeQuery()) {
                    return row.next() ? row.getString(1) : "";
                }
            }
        }
    }

    private static int seats(String status) {
        return Replay.isSeated(status) ? 1 : 0;
    }

    /** One client's door. */
    final class SeatDoor implements Door, AutoCloseable {

        private final String actor;

        private final Connection connection;

        private CompletableFuture<?> late = CompletableFuture.completedFuture("");

        private Figures old = new Figures(0, 0);

        private int decisions;

        private Figures seen = new Figures(0, 0);

        private int readings;

        private SeatDoor(String actor) throws SQLException {
            this.actor = actor;
            this.connection = database.connect(name);
            connection.setTransactionIsolation(Connection.TRANSACTION_READ_COMMITTED);
            connection.setAutoCommit(false);
        }

        @Override
        public String actor() {
            return actor;
        }

        @Override
        public Answer ask(Operation operation, Optional<Quote> consent) {
            late.join();
            try {
                return operation.isReading() ? read(operation) : write(operation, consent);
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
        }

        private Answer read(Operation operation) throws SQLException {
            long reading = readingsBegun.incrementAndGet();
            Writing tenant = new Writing(connection, actor);
            tenant.read("select * from seat_allowance");
            if (fault != Fault.OLD_READING || readings++ % 10 == 0) {
                seen = tenant.figures();
            }
            Answer answer =
                    operation instanceof ReadUser one ? new ReadStatus(tenant.status(one.user())) : new Read(seen);
            connection.commit();
            newestReadingAnswered.accumulateAndGet(reading, Math::max);
            return answer;
        }

        private Answer write(Operation operation, Optional<Quote> consent) throws SQLException {
            Writing tenant = new Writing(connection, actor);
            tenant.lock();
            Figures before = tenant.figures();
            Answer answer = decide(tenant, operation, consent);
            if (!(answer instanceof Done done)) {
                connection.rollback();
                return answer;
            }
            tenant.store();
            int write = writes.incrementAndGet();
            boolean isWrong = write % 100 == 0;
            if (isWrong && fault == Fault.LOST_WRITE) {
                connection.rollback();
                return answer;
            }
            if (write % 3 == 0 && fault == Fault.LATE_COMMIT) {
                late = CompletableFuture.runAsync(this::commitLate);
                return answer;
            }
            connection.commit();
            if (isWrong && fault == Fault.WRITE_IN_SPITE_OF_REFUSAL) {
                return new Refused("not-found", Optional.empty(), Optional.empty());
            }
            return fault == Fault.FIGURES_OF_BEFORE ? new Done(Optional.of(before), done.user()) : done;
        }

        private void commitLate() {
            long answered = readingsBegun.get();
            long deadline = System.nanoTime() + LATE.toNanos();
            while (newestReadingAnswered.get() <= answered && System.nanoTime() - deadline < 0) {
                LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(1));
            }
            try {
                connection.commit();
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
        }

        private Answer decide(Writing tenant, Operation operation, Optional<Quote> consent) throws SQLException {
            if (operation instanceof Add add) {
                return add(tenant, add, consent);
            } else if (operation instanceof SetStatus change) {
                return change(tenant, change, consent);
            } else if (operation instanceof Delete deletion) {
                return delete(tenant, deletion.user());
            } else if (operation instanceof Raise raise) {
                return raise(tenant, raise.maximum(), consent);
            } else if (operation instanceof Correct correction) {
                tenant.maximum = correction.maximum();
                tenant.record("ALLOWANCE_CORRECTED", "", "", correction.reason());
                return done(tenant, "");
            }
            throw new IllegalArgumentException(operation.toString());
        }

        private Answer add(Writing tenant, Add add, Optional<Quote> consent) throws SQLException {
            Optional<Answer> refusal = admit(tenant, seats(add.status()), consent);
            if (refusal.isPresent()) {
                return refusal.get();
            }
            String user = UUID.randomUUID().toString();
            tenant.update("insert into seat_user values (?, ?, ?)", user, add.userName(), add.status());
            tenant.record("USER_ADDED", user, add.status(), "");
            if (Replay.isSeated(add.status())) {
                tenant.occupied++;
                tenant.record("SEAT_TAKEN", user, add.status(), "");
            }
            return done(tenant, user);
        }

        private Answer change(Writing tenant, SetStatus change, Optional<Quote> consent) throws SQLException {
            Map<String, String> before = new HashMap<>();
            for (String user : change.users()) {
                String status = tenant.status(user);
                if (!status.isEmpty() && !status.equals(change.status())) {
                    before.put(user, status);
                } else if (status.isEmpty() && change.users().size() == 1) {
                    return new Refused("not-found", Optional.empty(), Optional.empty());
                }
            }
            int wanted = before.values().stream()
                    .mapToInt(status -> Math.max(0, seats(change.status()) - seats(status)))
                    .sum();
            Optional<Answer> refusal = admit(tenant, wanted, consent);
            if (refusal.isPresent()) {
                return refusal.get();
            }
            for (Map.Entry<String, String> user : before.entrySet()) {
                tenant.move(user.getKey(), user.getValue(), change.status());
            }
            return done(tenant, "");
        }

        private Answer delete(Writing tenant, String user) throws SQLException {
            String status = tenant.status(user);
            if (status.isEmpty()) {
                return new Refused("not-found", Optional.empty(), Optional.empty());
            }
            if (Replay.isSeated(status)) {
                tenant.occupied--;
                tenant.record("SEAT_RELEASED", user, status, "");
            }
            tenant.update("update seat_user set status = '' where id = ?", user);
            tenant.record("USER_DELETED", user, status, "");
            return done(tenant, "");
        }

        private Answer raise(Writing tenant, int to, Optional<Quote> consent) throws SQLException {
            if (to <= tenant.maximum) {
                return new Refused(
                        to == tenant.maximum ? "not-an-increase" : "decrease-not-offered",
                        Optional.empty(),
                        Optional.empty());
            }
            Quote quote = quote(tenant.figures(), to);
            if (!consent.equals(Optional.of(quote))) {
                return new Refused("increase-not-confirmed", Optional.of(tenant.figures()), Optional.of(quote));
            }
            tenant.raise(to);
            return done(tenant, "");
        }

        private Optional<Answer> admit(Writing tenant, int users, Optional<Quote> consent) throws SQLException {
            if (decisions++ % 10 == 0) {
                old = tenant.figures();
            }
            Figures figures = fault == Fault.REFUSAL_BY_OLD_FIGURES ? old : tenant.figures();
            int to = figures.occupied() + users;
            if (users == 0 || to <= figures.maximum()) {
                return Optional.empty();
            }
            Quote quote = quote(figures, to);
            if (!consent.equals(Optional.of(quote))) {
                return Optional.of(new Refused("increase-not-confirmed", Optional.of(figures), Optional.of(quote)));
            }
            tenant.raise(to);
            return Optional.empty();
        }

        private static Quote quote(Figures figures, int to) {
            return new Quote(to, "from " + figures.maximum() + " to " + to);
        }

        private static Done done(Writing tenant, String user) {
            return new Done(Optional.of(tenant.figures()), user);
        }

        @Override
        public void close() throws SQLException {
            late.join();
            connection.close();
        }
    }
}
