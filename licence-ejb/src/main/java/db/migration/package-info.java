/** Migrations that need more than SQL; Flyway finds them beside the others by the name of this package. */
@org.jspecify.annotations.NullMarked
package db.migration;
